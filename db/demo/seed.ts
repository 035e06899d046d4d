import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres-binaries";
import { ended, startGroup, stopGroup } from "./processes";

type Person = {
  role: "citizen" | "staff";
  name: string;
  email: string;
  note: string;
  /** Of staff: the roles held, and the secret of an authenticator app. */
  roles?: string[];
  totp?: string;
};

/** Who can sign in to a seeded book; the seed makes them from the same file. */
export function listDemoPeople(): Person[] {
  const file = path.join(checkout, "db", "seed", "people.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

/** Fills an empty, migrated database through the use cases. Throws when the seed fails. */
export async function runSeed(env: NodeJS.ProcessEnv, started: (pid: number) => void): Promise<void> {
  const args = ["--conditions=react-server", "--import", "tsx", "db/seed/run.ts"];
  const seed = startGroup(process.execPath, args, { cwd: checkout, env, stdio: ["ignore", "inherit", "inherit"] });
  if (seed.pid) started(seed.pid);
  const code = await ended(seed);
  await stopGroup(seed.pid);
  if (code !== 0) throw new Error("The demo data could not be made, see above.");
}
