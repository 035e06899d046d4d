import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** An account whose entries belong into a member's history; `number` of the membership it was, null for the member's own. */
export type OwnAccount = { accountId: number; number: string | null };

/** The member's account, and those of the memberships that were merged into it and into each other. */
export async function listAccounts(accountId: number): Promise<OwnAccount[]> {
  const merged = await db.execute<{ account_id: string; number: string }>(sql`
    with recursive joined (member_id) as (
      select g.from_member_id from members m join member_merges g on g.into_member_id = m.id and g.undone_at is null
       where m.account_id = ${accountId}
      union
      select g.from_member_id from joined j join member_merges g on g.into_member_id = j.member_id and g.undone_at is null)
    select m.account_id, m.number from joined j join members m on m.id = j.member_id order by m.account_id`);
  const others = merged.map(({ account_id, number }) => ({ accountId: Number(account_id), number }));
  return [{ accountId, number: null }, ...others];
}
