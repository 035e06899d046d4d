import { spawnSync } from "node:child_process";
import { checkout } from "../../db/postgres-binaries";
import type { ServedCity } from "../support/server";

/** Runs an act of acts.ts on the served city; whether each of its steps was done. */
export function act({ env }: ServedCity, name: string, given: object): boolean[] {
  const node = ["--conditions=react-server", "--import", "tsx", "tests/proof/acts.ts", name, JSON.stringify(given)];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: checkout, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} failed: ${stderr.slice(0, 400)}`);
  return JSON.parse(stdout) as boolean[];
}
