import { expect, test } from "vitest";
import { nameAgain, sumUp, tallyPlaywright, tallyVitest } from "../../support/results";

test("a test file that cannot be loaded counts as one failure", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tallyVitest({ numPassedTests: 4, numFailedTests: 1, testResults: [broken] })).toEqual({
    passed: 4,
    failed: 2,
  });
});

test("a journey that did not run has not passed", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 2 };
  expect(tallyPlaywright({ suites: [], stats, errors: [] })).toEqual({ passed: 3, failed: 3 });
});

test("a journey that passed at a further try only is counted as passed, and named before the run's last line", () => {
  const spec = (title: string, status: string) => ({ title, file: "a.spec.ts", tests: [{ status }] });
  const inner = { specs: [spec("stalls", "flaky"), spec("fails", "unexpected")] };
  const suites = [{ specs: [spec("stalls as well", "flaky"), spec("passes", "expected")], suites: [inner] }];
  const tally = tallyPlaywright({ suites, stats: { expected: 1, unexpected: 1, flaky: 2, skipped: 0 }, errors: [] });
  expect(tally).toMatchObject({ passed: 3, failed: 1 });
  expect(sumUp([{ isOk: false, tally }])).toEqual({ passed: 3, failed: 1 });
  expect(nameAgain([{}, { tally }])).toEqual([
    "2 passed only at a further try:",
    "  a.spec.ts: stalls as well",
    "  a.spec.ts: stalls",
  ]);
});

test("a run in which everything passed at once names nothing", () => {
  const stats = { expected: 1, unexpected: 0, flaky: 0, skipped: 0 };
  expect(nameAgain([{}, { tally: tallyPlaywright({ suites: [{ specs: [] }], stats, errors: [] }) }])).toEqual([]);
});

test("a run whose lint fails does not end with “0 failed”", () => {
  const steps = [{ isOk: false }, { isOk: true, tally: { passed: 7, failed: 0 } }];
  expect(sumUp(steps)).toEqual({ passed: 7, failed: 1 });
});

test("failed tests are counted once, not once more for their step", () => {
  expect(sumUp([{ isOk: false, tally: { passed: 7, failed: 2 } }])).toEqual({ passed: 7, failed: 2 });
});
