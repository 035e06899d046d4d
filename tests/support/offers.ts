import { spawnSync } from "node:child_process";
import { checkout } from "../../db/postgres-binaries";
import type { Offers } from "./print-offers";

/** Runs a program of ours on the served city's database, in a process of its own as an operator would. */
export function runOnCity(script: string, ...args: string[]) {
  const node = ["--conditions=react-server", "--import", "tsx", script, ...args];
  return spawnSync(process.execPath, node, { cwd: checkout, env: process.env, encoding: "utf8" });
}

/** One offer of each kind that a citizen may meet, with the codes that their posters carry. */
export function makeOffers(): Offers {
  const { status, stdout, stderr } = runOnCity("tests/support/print-offers.ts");
  if (status !== 0) throw new Error(`The offers could not be made: ${stderr}`);
  return JSON.parse(stdout);
}

export type { Offers };
