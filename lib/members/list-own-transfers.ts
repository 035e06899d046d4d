import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Rows that are held in memory at a time. */
const AT_ONCE = 1000;

export type OwnTransfer = {
  transferId: string;
  kind: string;
  /** Points that came in, or went out with a minus. */
  points: number;
  balanceAfter: number;
  happenedAt: string;
  recordedAt: string;
  /** The activity, shop, goods or programme. */
  name: string | null;
  /** Of what was received: what it is called, until when it counts, and what is left of it. */
  programme: string | null;
  expiresOn: string | null;
  remaining: number | null;
  reason: string | null;
};

/** Every entry of a member's wallet with the lot that it opened, oldest first, read in pieces. */
export async function* listOwnTransfers(accountId: number): AsyncGenerator<OwnTransfer[]> {
  let after = "0";
  for (;;) {
    const rows = [...(await readPiece(accountId, after))];
    if (rows.length > 0) yield rows.map(({ id: _, ...shown }) => shown);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

const side = (own: "from_account_id" | "to_account_id", other: "from_account_id" | "to_account_id", sign: 1 | -1) =>
  sql`select *, ${sql.raw(other)} as other_id, ${sql.raw(String(sign))} * points as signed from transfers where ${sql.raw(own)} = `;

function readPiece(accountId: number, after: string) {
  return db.execute<OwnTransfer & { id: string }>(sql`
    with own as (
      (${side("from_account_id", "to_account_id", -1)} ${accountId} and id > ${after}::bigint order by id limit ${AT_ONCE})
      union all
      (${side("to_account_id", "from_account_id", 1)} ${accountId} and id > ${after}::bigint order by id limit ${AT_ONCE}))
    select o.id::text, o.public_id as "transferId", o.kind, o.signed as points, o.balance_after as "balanceAfter",
           to_json(o.happened_at)#>>'{}' as "happenedAt", to_json(o.recorded_at)#>>'{}' as "recordedAt",
           coalesce(a.title, s.name, r.name, p.name) as name, lp.name as programme, l.expires_on::text as "expiresOn",
           case when l.id is not null then coalesce(ol.remaining, 0) end as remaining, o.reason
      from own o
      left join lots l on l.transfer_id = o.id and l.origin_lot_id is null
      left join open_lots ol on ol.account_id = ${accountId} and ol.lot_id = l.id
      left join programmes lp on lp.id = l.programme_id
      left join activities a on a.id = l.activity_id
      left join shops s on s.account_id = o.other_id
      left join reward_items r on r.account_id = o.other_id
      left join programmes p on p.account_id = o.other_id
     order by o.id limit ${AT_ONCE}`);
}
