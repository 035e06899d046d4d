import { setTimeout as wait } from "node:timers/promises";
import postgres, { type Sql } from "postgres";

/** Milliseconds that a server may take to replay its log on a busy machine. */
const PATIENCE = 60_000;

async function findSession(admin: Sql, database: string): Promise<number | undefined> {
  const [session] = await admin<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = ${database} and backend_type = 'client backend' order by random() limit 1`;
  return session?.pid;
}

/** Kills one session's process as the kernel would: Postgres ends all sessions and recovers from its log, on the same port. */
export async function crashBackend(url: string, database: string): Promise<void> {
  const admin = postgres(`${url}/postgres`, { max: 1, onnotice: () => undefined, fetch_types: false });
  const until = performance.now() + PATIENCE;
  for (;;) {
    // The last crash may still be replayed: then nobody answers, or says that they do not yet.
    const pid = await findSession(admin, database).catch((thrown: unknown) => {
      if (performance.now() > until) throw thrown;
    });
    if (pid) {
      process.kill(pid, "SIGKILL");
      break;
    }
    if (performance.now() > until) throw new Error("No session of the hammer is open.");
    await wait(100);
  }
  await admin.end({ timeout: 1 }).catch(() => undefined);
}
