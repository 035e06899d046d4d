import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { addDays, cityInstant } from "@/lib/shared/city-time";
import { decideStatement, type Movement, type Statement, statementDays } from "./decide-statement";

/** A member's statement of a fiscal year, by the days on which things happened. `today` ends the current year's. */
export async function getStatement(accountId: number, year: number, today: string): Promise<Statement> {
  const { from, to } = statementDays(year, today);
  const [start, end] = [cityInstant(from).toISOString(), cityInstant(addDays(to, 1)).toISOString()];
  const rows = await db.execute<{ month: string | null; kind: string; points: string }>(sql`
    with own as (
      select kind, happened_at, points from transfers where to_account_id = ${accountId}
      union all
      select kind, happened_at, -points from transfers where from_account_id = ${accountId})
    select case when happened_at >= ${start}::timestamptz then to_char(happened_at at time zone 'Asia/Tokyo', 'YYYY-MM') end as month,
           kind, sum(points)::text as points
      from own where happened_at < ${end}::timestamptz group by 1, 2`);
  const all = [...rows].map(({ month, kind, points }) => ({ month, kind, points: Number(points) }));
  const opening = all.filter(({ month }) => month === null).reduce((sum, { points }) => sum + points, 0);
  const movements = all.filter((row): row is Movement => row.month !== null);
  return decideStatement({ year, opening, movements }, today);
}
