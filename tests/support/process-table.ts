import { existsSync, readdirSync, readFileSync } from "node:fs";

type Entry = { state: string; parent: number; group: number };

/** Undefined when there is no such process. After the name in brackets, which may hold anything. */
function readProcess(pid: number): Entry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent), group: Number(group) };
  } catch {
    return undefined;
  }
}

const hasTable = () => existsSync("/proc/self/stat");

const listProcesses = () => readdirSync("/proc").map(Number).filter(Boolean);

/** Where there is no /proc, a server's children end by themselves when they miss it. */
export const childrenOf = (pid: number): number[] =>
  hasTable() ? listProcesses().filter((candidate) => readProcess(candidate)?.parent === pid) : [];

/** One that has ended and only waits for its parent to ask does not run. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return readProcess(pid)?.state !== "Z";
}

/** Which of these run, and what runs in the groups that they lead. */
export function findRunning(pids: readonly number[]): number[] {
  const members = hasTable() ? listProcesses().filter((pid) => pids.includes(readProcess(pid)?.group ?? 0)) : [];
  return [...new Set([...pids, ...members])].filter(isRunning);
}
