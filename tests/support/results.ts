import { existsSync, readFileSync } from "node:fs";

/** `again`: the titles of what passed only at a further try. */
export type Tally = { passed: number; failed: number; again?: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};
type PlaywrightSuite = {
  specs: { title: string; file: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = {
  suites: PlaywrightSuite[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

const none: Tally = { passed: 0, failed: 0 };

/** A file that could not even be loaded has no tests in it, and has failed all the same. */
export function tallyVitest(report: VitestReport): Tally {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

const findAgain = ({ specs, suites = [] }: PlaywrightSuite): string[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
    .map((one) => `${one.file}: ${one.title}`),
  ...suites.flatMap(findAgain),
];

/**
 * What did not run because an earlier step of its journey failed has not passed. A journey that passed at a further try has (see retries), and is named:
 * nobody would look for what the count alone hides.
 */
export function tallyPlaywright({ suites, stats, errors }: PlaywrightReport): Tally {
  const [passed, failed] = [stats.expected + stats.flaky, stats.unexpected + stats.skipped + errors.length];
  const again = suites.flatMap(findAgain);
  return again.length > 0 ? { passed, failed, again } : { passed, failed };
}

/** The lines before the run's last: what passed at a further try only. None where everything passed at once. */
export function nameAgain(steps: readonly { tally?: Tally | undefined }[]): string[] {
  const again = steps.flatMap(({ tally }) => tally?.again ?? []);
  return again.length > 0
    ? [`${again.length} passed only at a further try:`, ...again.map((title) => `  ${title}`)]
    : [];
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
