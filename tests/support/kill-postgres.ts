import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findBinaries, serverAccount } from "../../db/postgres-binaries";
import { childrenOf, isRunning } from "./process-table";

/** Milliseconds that killed processes may take to be gone. */
const PATIENCE = 10_000;

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ESRCH") throw thrown;
  }
}

/** Kills the server on `dir` and all its processes as a crash would: nothing is written any more. Resolves when none is left. */
export async function killPostgres(dir: string): Promise<void> {
  const pidFile = path.join(dir, "postmaster.pid");
  const server = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const killed = [server, ...childrenOf(server)];
  for (const pid of killed) kill(pid);
  const until = performance.now() + PATIENCE;
  while (killed.some(isRunning)) {
    if (performance.now() > until) throw new Error("The killed server does not end.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // A killed server waits in the system's list until its parent asks; by its id the next one would take it for alive.
  rmSync(pidFile);
}

/** Starts a killed server again as it was, on the same port; the log is replayed first. */
export function startKilledPostgres(dir: string): void {
  const account = serverAccount();
  const args = ["-D", dir, "-w", "-t", "60", "-l", path.join(dir, "server.log"), "restart"];
  const env = { ...process.env, LC_ALL: "C" };
  const done = spawnSync(path.join(findBinaries(account), "pg_ctl"), args, {
    ...{ ...account, cwd: "/", env, encoding: "utf8" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (done.status !== 0) throw new Error(`The killed server does not start again: ${done.stderr}`);
}
