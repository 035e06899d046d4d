import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { type EmbeddedPostgres, removeCluster, startPostgres } from "../../db/embedded";
import { serverAccount, temporaryFolder } from "../../db/postgres-binaries";

const PREFIX = "komapo-test-";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes the clusters of runs that were killed before they could. */
export function sweepLeftClusters(): void {
  const temporary = temporaryFolder(serverAccount());
  for (const name of readdirSync(temporary).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(temporary, name);
    const owner = readOwner(folder);
    if (owner === undefined || isAlive(owner)) continue;
    removeCluster(path.join(folder, "pg"));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The run that made the folder; undefined while it is being made, and for folders of other accounts. */
function readOwner(folder: string): number | undefined {
  try {
    return Number(readFileSync(path.join(folder, "owner"), "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** A folder for this run only that the database's account can enter; swept with the cluster in its `pg` when the run was killed. */
export function makeRunFolder(): string {
  const folder = mkdtempSync(path.join(temporaryFolder(serverAccount()), PREFIX));
  chmodSync(folder, 0o711);
  writeFileSync(path.join(folder, "owner"), String(process.pid));
  return folder;
}

/** A cluster for this run only: `fast` without durability, for tests that do not start the app. */
export async function startTestCluster({ fast }: { fast: boolean }): Promise<EmbeddedPostgres> {
  sweepLeftClusters();
  const folder = makeRunFolder();
  const server = await startPostgres({ dir: path.join(folder, "pg"), fast });
  const stop = () => {
    process.off("exit", stop);
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // An interrupted run skips its teardown, but not this.
  process.once("exit", stop);
  // Who ends on a signal in an order of its own is not cut short.
  if (process.listenerCount("SIGTERM") === 0) process.once("SIGTERM", () => process.exit(143));
  return { ...server, stop };
}

/** Runs `work` as superuser on the server's own database. */
export async function onServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(`${url}/postgres`, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
