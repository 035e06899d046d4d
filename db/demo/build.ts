import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres-binaries";
import { ended, startGroup, stopGroup } from "./processes";

/** What `next build` reads. `public` is served as it is, tsconfig.json is rewritten by the build itself. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "db/client.ts",
  "db/hide-query-values.ts",
  "db/plain-columns.ts",
  "db/schema",
  "package-lock.json",
  "next.config.ts",
  "proxy.ts",
];
const MORE_SOURCES = ["instrumentation.ts", ".postcssrc.json"];
const mark = path.join(checkout, ".next", "built-from");

export const nextCommand = path.join(checkout, "node_modules", "next", "dist", "bin", "next");

function listFiles(name: string): string[] {
  const file = path.join(checkout, name);
  if (!existsSync(file)) return [];
  const entries = readdirSync(path.dirname(file), { withFileTypes: true });
  const isFolder = entries.some((entry) => entry.name === path.basename(file) && entry.isDirectory());
  if (!isFolder) return [name];
  return readdirSync(file)
    .sort()
    .flatMap((entry) => listFiles(path.join(name, entry)));
}

function hashSources(): string {
  const hash = createHash("sha256").update(process.version);
  for (const name of [...SOURCES, ...MORE_SOURCES].flatMap(listFiles)) {
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(path.join(checkout, name)));
  }
  return hash.digest("hex");
}

/** Is `.next` built from the sources as they are now? */
export const isBuilt = () => existsSync(mark) && readFileSync(mark, "utf8") === hashSources();

/** Runs `next build` unless the last build was made from the same sources. Resolves to whether it built; throws when it fails. */
export async function ensureBuilt(env: NodeJS.ProcessEnv, started: (pid: number) => void): Promise<boolean> {
  const hash = hashSources();
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return false;
  const options = { cwd: checkout, env: { ...env, NEXT_TELEMETRY_DISABLED: "1" }, stdio: "inherit" } as const;
  const build = startGroup(process.execPath, [nextCommand, "build"], options);
  if (build.pid) started(build.pid);
  const code = await ended(build);
  await stopGroup(build.pid);
  if (code !== 0) throw new Error("next build failed, see above.");
  writeFileSync(mark, hash);
  return true;
}
