import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** What hangs on an exchange for goods: the item, whole pieces of it, and what is left to hand over. */
export const rewardChecks: LedgerCheck[] = [
  {
    rule: "an exchange is for whole pieces of the item whose account took its points",
    find: sql`
      select 'reward_exchanges' as table, coalesce(e.transfer_id, t.id)::text as id,
             concat_ws(' ', coalesce(t.points::text, 'no exchange'), 'to', t.to_account_id) as expected,
             concat_ws(' ', coalesce(e.pieces::text, 'none'), 'of', i.account_id) as found
        from (select * from transfers where kind = 'exchange') t
        full join reward_exchanges e on e.transfer_id = t.id
        left join accounts own on own.id = t.to_account_id and own.kind = 'reward'
        left join reward_items i on i.id = e.item_id
       where t.id is null or i.id is distinct from own.owner_id or t.points % e.pieces <> 0`,
  },
  {
    rule: "only a whole exchange is given back",
    find: sql`
      select 'transfers' as table, t.id::text, o.points::text as expected, t.points::text as found
        from transfers t left join transfers o on o.id = t.reverses_id
       where t.kind = 'exchange_return' and t.points is distinct from o.points`,
  },
  {
    // What came in and was counted anew stands in the trail: the acts that made the item and changed its stock.
    rule: "an item's stock is what came in, less what was handed over and not given back",
    find: sql`
      with counted as (
        select target_id::uuid as id, sum((after->>'stock')::int - coalesce((before->>'stock')::int, 0)) as pieces
          from audit_entries
         where act in ('create_reward', 'update_reward') and outcome = 'done' and after ? 'stock' group by target_id),
      handed as (
        select e.item_id as id, sum(e.pieces) as pieces
          from reward_exchanges e
         where not exists (select from transfers r where r.reverses_id = e.transfer_id) group by e.item_id)
      select 'reward_items' as table, i.id::text, (coalesce(c.pieces, 0) - coalesce(h.pieces, 0))::text as expected,
             i.stock::text as found
        from reward_items i
        left join counted c on c.id = i.id
        left join handed h on h.id = i.id
       where i.stock <> coalesce(c.pieces, 0) - coalesce(h.pieces, 0)`,
  },
];
