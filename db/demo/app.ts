import type { ChildProcess } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { checkout } from "../postgres-binaries";
import { nextCommand } from "./build";
import { startGroup, stopGroup } from "./processes";

export interface RunningApp {
  pid: number;
  process: ChildProcess;
  origin: string;
  stop(): Promise<void>;
}

/** How long the app may take until it answers, in milliseconds. */
const PATIENCE = 60_000;

async function waitUntilServing(app: ChildProcess, origin: string, log: string): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until && app.exitCode === null && app.signalCode === null) {
    const answer = await fetch(origin, { redirect: "manual" }).catch(() => undefined);
    if (answer && answer.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const said = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  throw new Error(`${said}\nThe app does not start on ${origin}, see above.`);
}

/** Serves the built app on `port` with `env` as its whole environment; resolves when it answers. Its output goes to `log`. */
export async function startApp(
  port: number,
  env: NodeJS.ProcessEnv,
  log: string,
  started: (group: number) => void = () => undefined,
): Promise<RunningApp> {
  const origin = `http://localhost:${port}`;
  const output = openSync(log, "w");
  const args = [nextCommand, "start", "--port", String(port), "--hostname", "127.0.0.1"];
  const app = startGroup(process.execPath, args, {
    cwd: checkout,
    env: { ...env, APP_ORIGIN: origin, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", output, output],
  });
  const { pid } = app;
  if (pid === undefined) throw new Error("The app's process does not start.");
  started(pid);
  try {
    await waitUntilServing(app, origin, log);
  } catch (thrown) {
    await stopGroup(pid);
    throw thrown;
  }
  return { pid, process: app, origin, stop: () => stopGroup(pid) };
}
