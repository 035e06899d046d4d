import { readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";

/** Kills one session's process as the kernel would: Postgres ends all sessions and recovers from its log, on the same port. */
export async function crashBackend(url: string, database: string): Promise<void> {
  const admin = postgres(`${url}/postgres`, { max: 1, onnotice: () => undefined });
  const [session] = await admin<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = ${database} and backend_type = 'client backend' order by random() limit 1`;
  if (session) process.kill(session.pid, "SIGKILL");
  await admin.end({ timeout: 1 }).catch(() => undefined);
}

/** Kills the server itself, with everything it had in memory. */
export function crashServer(dir: string): void {
  process.kill(Number(readFileSync(path.join(dir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
}
