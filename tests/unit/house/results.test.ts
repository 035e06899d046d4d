import { expect, test } from "vitest";
import { sumUp, tallyPlaywright, tallyVitest } from "../../support/results";

test("a test file that cannot be loaded counts as one failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tallyVitest({ numPassedTests: 4, numFailedTests: 1, testResults: [broken] })).toEqual({
    passed: 4,
    failed: 2,
  });
});

test("a journey that did not run has not passed", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 2 };
  expect(tallyPlaywright({ stats, errors: [] })).toEqual({ passed: 3, failed: 3 });
});

test("a run whose lint fails does not end with “0 failed”", () => {
  const steps = [{ isOk: false }, { isOk: true, tally: { passed: 7, failed: 0 } }];
  expect(sumUp(steps)).toEqual({ passed: 7, failed: 1 });
});

test("failed tests are counted once, not once more for their step", () => {
  expect(sumUp([{ isOk: false, tally: { passed: 7, failed: 2 } }])).toEqual({ passed: 7, failed: 2 });
});
