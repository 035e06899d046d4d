import { sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import type { GoingLiveFacts } from "./decide-going-live";

/** What going live rests on; undefined before a book is opened. */
export async function findGoingLiveFacts(database: Database = db): Promise<GoingLiveFacts | undefined> {
  const [facts] = await database.execute<GoingLiveFacts>(sql`
    select b.id as "bookId", b.kind, (select offset_seconds from city_clock)::float8 as "offsetSeconds",
           (select count(*) from members where state in ('active', 'leaving') and stays_after_test)::int as staying,
           (select count(*) from members where state in ('active', 'leaving') and stays_after_test is not true)::int as leaving,
           (select coalesce(sum(w.balance), 0) from wallets w join accounts a on a.id = w.account_id where a.book_id = b.id)::float8 as points,
           (select count(*) from codes where revoked_at is null)::int as codes,
           (select count(*) from test_invitations where used_at is null and revoked_at is null)::int as invitations,
           (select count(distinct programme_id) from budget_slices where allotted > 0)::int as programmes
      from books b where b.is_current`);
  return facts;
}
