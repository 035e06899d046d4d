import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ended, startGroup, stopGroup } from "../../db/demo/processes";
import { checkout } from "../../db/postgres-binaries";
import { readTally, type Tally, tallyPlaywright, tallyVitest } from "./results";

export type Settings = Record<string, string | undefined>;
/** `tally` where the step is one of tests. */
export type Step = { name: string; isOk: boolean; seconds: number; tally?: Tally | undefined };

const reports = path.join(checkout, "test-results", "reports");
const groups = new Set<number>();

/** Hears of a process group that must not outlive the run. */
export const noteGroup = (pid: number) => void groups.add(pid);

export async function stopGroups(): Promise<void> {
  for (const pid of groups) await stopGroup(pid);
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Does one step of the run, says how long it took, and never throws: a failed step is a result. */
export async function step(name: string, work: () => Promise<{ isOk: boolean; tally?: Tally }>): Promise<Step> {
  say(`\n▶ ${name}`);
  const started = performance.now();
  const result = await work().catch((thrown: unknown) => {
    say(thrown instanceof Error ? thrown.message : String(thrown));
    return { isOk: false, tally: undefined };
  });
  const seconds = (performance.now() - started) / 1000;
  say(`${result.isOk ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
  return { name, isOk: result.isOk, seconds, tally: result.tally };
}

/** Runs a program to its end, in a process group that is gone afterwards whatever the program left behind. */
async function run(command: string, args: string[], env: Settings = {}): Promise<boolean> {
  const options = { cwd: checkout, env: { ...process.env, ...env }, stdio: "inherit" } as const;
  const child = startGroup(command, args, options);
  if (child.pid) noteGroup(child.pid);
  const code = await ended(child);
  await stopGroup(child.pid);
  return code === 0;
}

export const runScript = (name: string) =>
  step(name, async () => ({ isOk: await run("npm", ["run", "--silent", name]) }));

/** A command of node_modules, run by this very Node. */
const runTool = (file: string, args: string[], env: Settings = {}) =>
  run(process.execPath, [path.join(checkout, "node_modules", file), ...args], env);

function freshReport(name: string): string {
  const file = path.join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

export const runVitest = (name: string, args: string[], env: Settings = {}) =>
  step(name, async () => {
    const report = freshReport(`vitest-${name.replaceAll(/\W+/g, "-")}`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const isOk = await runTool(
      "vitest/vitest.mjs",
      ["run", "--config", "tests/vitest.config.ts", ...reporters, ...args],
      env,
    );
    return { isOk, tally: readTally(report, tallyVitest) };
  });

export const runPlaywright = (args: string[], env: Settings) =>
  step("e2e", async () => {
    const report = freshReport("playwright");
    // Journeys arrange and look with code of lib, which may only be loaded as on the server.
    const settings = { ...env, NODE_OPTIONS: "--conditions=react-server", PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const options = ["test", "--config", "tests/playwright.config.ts", "--reporter=list,json"];
    const isOk = await runTool("@playwright/test/cli.js", [...options, ...args], settings);
    return { isOk, tally: readTally(report, tallyPlaywright) };
  });

export const runProgram = (name: string, file: string, args: string[], env: Settings = {}) =>
  step(name, async () => ({
    isOk: await run(process.execPath, ["--conditions=react-server", "--import", "tsx", file, ...args], env),
  }));
