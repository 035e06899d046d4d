import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** How long a process may take to end by itself before it is killed, in milliseconds. */
const PATIENCE = 10_000;

/** Starts a program in a process group of its own, so that it can be ended with all it started. */
export function startGroup(command: string, args: string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { ...options, detached: true });
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

/** Ends a process group and resolves when no process of it is left. */
export async function stopGroup(pid: number | undefined): Promise<void> {
  if (pid === undefined || !signalGroup(pid, "SIGTERM")) return;
  const started = performance.now();
  while (signalGroup(pid, 0)) {
    const waited = performance.now() - started;
    if (waited > PATIENCE) signalGroup(pid, "SIGKILL");
    // What is left after that is dead already and only waits to be collected by the system.
    if (waited > PATIENCE + 1000) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Resolves to the exit code; a signal counts as 128. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 128));
  });
}

/** The command line of a process; empty when there is no such process. Ids are reused, so look before killing. */
export function commandOf(pid: number): string {
  if (!existsSync("/proc/self/cmdline")) {
    return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
  }
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, "utf8").replaceAll("\0", " ") : "";
}
