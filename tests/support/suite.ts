import { readdirSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "../../db/demo/build";
import { checkout } from "../../db/postgres-binaries";
import { findChromium, findHeadlessShell } from "./chromium";
import { sweepLeftClusters } from "./cluster";
import { nameAgain, sumUp } from "./results";
import { type ServedCity, serveCity } from "./server";
import {
  noteGroup,
  runPlaywright,
  runProgram,
  runScript,
  runVitest,
  type Settings,
  type Step,
  step,
  stopGroups,
} from "./steps";
import { testEnvironment } from "./test-environment";

const say = (line: string) => process.stdout.write(`${line}\n`);

const [mode = "", ...rest] = process.argv.slice(2);
const more = rest.filter((argument) => argument !== "--");
const large = { FULL: "1" };
/** Modes whose programs end with lines of their own. */
const HAS_OWN_VERDICT = ["proof", "bench", "matrix"];
const PG_15 = "/usr/lib/postgresql/15/bin";
const tests = ["--project", "unit", "--project", "integration"];

let city: ServedCity | undefined;

const build = () =>
  step("build", async () => {
    await ensureBuilt({ ...process.env, ...testEnvironment }, noteGroup);
    return { isOk: true };
  });

const serve = (env: Settings) =>
  step("serve", async () => {
    findChromium();
    findHeadlessShell();
    city = await serveCity({ group: noteGroup, env });
    return { isOk: true };
  });

async function check(env: Settings = {}): Promise<Step[]> {
  const steps = [await runScript("lint"), await runScript("types"), await runScript("architecture")];
  steps.push(await runVitest("unit and integration", tests, env));
  return [...steps, await runVitest("large", ["--project", "large"], env)];
}

/** Builds, serves and walks the journeys; stops at the first of the three that fails. */
async function journeys(args: string[], env: Settings = {}): Promise<Step[]> {
  const steps = [await build()];
  if (steps.every(({ isOk }) => isOk)) steps.push(await serve(env));
  if (city) {
    const served = { E2E_ORIGIN: city.origin, E2E_MAILBOX: city.mailbox, E2E_ADMIN_URL: city.adminUrl };
    steps.push(await runPlaywright(args, { ...city.env, ...env, ...served }));
    await city.stop();
    city = undefined;
  }
  return steps;
}

/** The parts with a program of their own; each starts what it needs on the built app. */
async function program(name: string, args: string[], env: Settings = {}): Promise<Step[]> {
  const built = await build();
  return built.isOk ? [built, await runProgram(name, `tests/${name}/run.ts`, args, env)] : [built];
}

const hasKills = () => readdirSync(path.join(checkout, "tests")).includes("chaos");

const modes: Record<string, () => Promise<Step[]>> = {
  check: () => check(),
  test: async () => [...(await check()), ...(await journeys(more))],
  full: async () => {
    const steps = [...(await check(large)), ...(await journeys(more, large)), ...(await program("matrix", []))];
    // For its being able to run at all: figures are taken alone.
    steps.push(...(await program("bench", ["--rounds", "1"])));
    return hasKills() ? [...steps, await runVitest("kills and demo", ["--project", "chaos"], large)] : steps;
  },
  e2e: () => journeys(more),
  proof: () => program("proof", more),
  bench: () => program("bench", more),
  matrix: () => program("matrix", more),
  pg: async () => {
    const env = { PG_BIN_DIR: process.env.PG_BIN_DIR ?? PG_15 };
    return [await runVitest("unit and integration", [...tests, ...more], env)];
  },
};

async function main(): Promise<number> {
  const steps = await (modes[mode] ?? (() => Promise.reject(new Error(`Modes: ${Object.keys(modes).join(", ")}.`))))();
  const { passed, failed } = sumUp(steps);
  say(`\n${steps.map(({ name, isOk, seconds }) => `${isOk ? "✓" : "✗"} ${name} ${seconds.toFixed(1)} s`).join("   ")}`);
  for (const line of nameAgain(steps)) say(line);
  if (!HAS_OWN_VERDICT.includes(mode)) say(`${passed} passed, ${failed} failed`);
  return steps.every(({ isOk }) => isOk) && failed === 0 ? 0 : 1;
}

let ending: Promise<never> | undefined;

async function endAll(code: number): Promise<never> {
  await stopGroups();
  await city?.stop();
  sweepLeftClusters();
  process.exit(code);
}

function end(code: number): Promise<never> {
  ending ??= endAll(code);
  return ending;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(130));

main().then(end, (thrown: unknown) => {
  say(thrown instanceof Error ? thrown.message : String(thrown));
  return end(1);
});
