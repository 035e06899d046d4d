import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandOf, stopGroup } from "./processes";
import { dataFolder } from "./settings";

type Run = { demo: number; home: string; groups: number[] };

const file = path.join(dataFolder, "demo.json");
const current: Run = { demo: process.pid, home: "", groups: [] };

function readLastRun(): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const write = () => writeFileSync(file, JSON.stringify(current));

/** Refuses a second demo on the same data, and ends what a killed one left running. */
export async function takeOver(): Promise<void> {
  const last = readLastRun();
  if (last && last.demo !== process.pid && commandOf(last.demo).includes("db/demo/run.ts")) {
    throw new Error(
      `The demo is already running (process ${last.demo}) at ${last.home || "an address it will print"}.`,
    );
  }
  for (const group of last?.groups ?? []) if (/next/.test(commandOf(group))) await stopGroup(group);
  write();
}

/** Notes a process group that must not outlive the demo, even when the demo is killed. */
export function noteGroup(pid: number): void {
  current.groups.push(pid);
  write();
}

export function noteHome(home: string): void {
  current.home = home;
  write();
}

export const currentGroups = (): readonly number[] => current.groups;

export function forgetRun(): void {
  if (existsSync(file)) rmSync(file);
}
