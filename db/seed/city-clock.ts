import postgres, { type Sql } from "postgres";

/** City time in the hands of the migrator: the one thing, besides the book and its sections, that no use case can write. */
export type CityClock = {
  sql: Sql;
  /** Sets city time to a moment; resolves to what the database now takes for the time. */
  moveTo(at: Date): Promise<Date>;
  /** City time is the clock's again. */
  backToNow(): Promise<void>;
  end(): Promise<void>;
};

/** `url` is komapo_migrator's, or a superuser's. */
export function openCityClock(url: string): CityClock {
  // Moved thousands of times: a move that a crash loses is lost with what followed it.
  const connection = { options: "-c role=komapo_owner -c synchronous_commit=off" };
  const sql = postgres(url, { max: 1, connect_timeout: 10, connection, onnotice: () => undefined });
  return {
    sql,
    moveTo: async (at) => {
      const [clock] = await sql<{ now: Date }[]>`
        update city_clock set offset_seconds = floor(extract(epoch from ${at}::timestamptz - clock_timestamp()))
        returning clock_timestamp() + make_interval(secs => offset_seconds) as now`;
      if (!clock) throw new Error("The database has no city clock.");
      return clock.now;
    },
    backToNow: async () => {
      await sql`set synchronous_commit = on`;
      await sql`update city_clock set offset_seconds = 0`;
    },
    end: () => sql.end(),
  };
}
