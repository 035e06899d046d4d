import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** What hangs on a payment: its quote and its receipt number. A number not given yet is no fault: a sweep gives it. */
export const paymentChecks: LedgerCheck[] = [
  {
    rule: "the receipt numbers of a shop's day run from one without a gap",
    find: sql`
      select 'receipt_numbers' as table, concat_ws(' ', coalesce(n.shop_account_id, c.shop_account_id), coalesce(n.paid_on, c.paid_on)) as id,
             '1 to ' || coalesce(c.last_number, 0) as expected, concat_ws(' ', n.least, 'to', n.most, 'by', coalesce(n.many, 0)) as found
        from (select shop_account_id, paid_on, min(number) as least, max(number) as most, count(*) as many
                from receipt_numbers group by shop_account_id, paid_on) n
        full join (select * from receipt_counters where last_number > 0) c
          on c.shop_account_id = n.shop_account_id and c.paid_on = n.paid_on
       where n.least is distinct from 1 or n.most is distinct from n.many or n.many is distinct from c.last_number`,
  },
  {
    rule: "a receipt number is of its payment's shop and day",
    find: sql`
      select 'receipt_numbers' as table, n.transfer_id::text as id, concat_ws(' ', t.kind, t.to_account_id, city_day(t.happened_at)) as expected,
             concat_ws(' ', 'spend', n.shop_account_id, n.paid_on) as found
        from receipt_numbers n left join transfers t on t.id = n.transfer_id
       where t.kind is distinct from 'spend' or t.to_account_id <> n.shop_account_id or city_day(t.happened_at) <> n.paid_on`,
  },
  {
    rule: "a quote that was paid is its payment, and a payment of a quote is that quote's only one",
    find: sql`
      select 'quotes' as table, coalesce(q.id::text, t.event_key) as id,
             case when t.id is null then 'no payment' else concat_ws(' ', t.points, t.from_account_id, t.to_account_id, t.public_id) end as expected,
             concat_ws(' ', q.points, q.member_account_id, q.shop_account_id, q.transfer_public_id) as found
        from (select * from quotes where transfer_public_id is not null) q
        full join (select * from transfers where kind = 'spend' and event_key like 'pay:%') t on t.event_key = 'pay:' || q.id
       where t.public_id is distinct from q.transfer_public_id or t.points <> q.points or t.from_account_id <> q.member_account_id
          or t.to_account_id <> q.shop_account_id or q.closed_at is null`,
  },
];
