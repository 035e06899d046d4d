import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isId } from "@/lib/shared/page";

type Target = { targetId: string | null };

/**
 * What the things that acts were done to are called, by their ids, all in one question. A member is told by number alone: looking at more is an act
 * with a purpose. What has no name, such as an entry of the ledger, is left out.
 */
export async function findTargetNames(targets: readonly Target[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(targets.flatMap(({ targetId }) => (targetId && isId(targetId) ? [targetId] : [])))];
  if (ids.length === 0) return new Map();
  const those = sql`any(${sql.param(`{${ids.join(",")}}`)}::uuid[])`;
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from programmes where id = ${those}
    union all select id, title from activities where id = ${those}
    union all select id, name from shops where id = ${those}
    union all select id, name from reward_items where id = ${those}
    union all select id, name from staff where id = ${those}
    union all select id, serial::text from codes where id = ${those}
    union all select id, serial::text from member_cards where id = ${those}
    union all select id, fiscal_year || '-' || lpad(number::text, 5, '0') from approvals where id = ${those}
    union all select id, regexp_replace(number, '^(\\d{4})(\\d{4})(\\d)$', '\\1-\\2-\\3') from members where id = ${those}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
