import { existsSync, readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

const none: Tally = { passed: 0, failed: 0 };

/** A file that could not even be loaded has no tests in it, and has failed all the same. */
export function tallyVitest(report: VitestReport): Tally {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** What did not run because an earlier step of its journey failed has not passed. A journey that passed at its second try has (see retries). */
export function tallyPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length };
}

/** Reads a JSON report; a runner that left none counted nothing. */
export function readTally<Report>(file: string, tally: (report: Report) => Tally): Tally {
  return existsSync(file) ? tally(JSON.parse(readFileSync(file, "utf8"))) : none;
}

/** The run's last line. A step that failed without a failed test to show for it (lint, types, a crash) counts as one failure. */
export function sumUp(steps: readonly { isOk: boolean; tally?: Tally | undefined }[]): Tally {
  return steps.reduce(
    (sum, { isOk, tally = none }) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + (isOk ? tally.failed : Math.max(1, tally.failed)),
    }),
    none,
  );
}
