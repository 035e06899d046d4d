import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** Each transfer twice: what it adds to the one account and takes from the other. */
const sides = sql`(select id, to_account_id as account, points, balance_after from transfers
  union all select id, from_account_id, -points, balance_after from transfers) s`;

/** Laws 5, 6 and 11: a wallet is the sum of its transfers and of its open lots, and every balance on the way was right. */
export const walletChecks: LedgerCheck[] = [
  {
    rule: "every member account has a wallet, and no other",
    find: sql`
      select 'wallets' as table, coalesce(a.id, w.account_id)::text as id,
             case when a.kind = 'member' then 'a wallet' end as expected, case when w.account_id is not null then 'a wallet' end as found
        from accounts a full join wallets w on w.account_id = a.id
       where (coalesce(a.kind, '') = 'member') <> (w.account_id is not null)`,
  },
  {
    rule: "a wallet is the sum of its transfers",
    find: sql`
      with moved as (select account, sum(points) as points from ${sides} group by account)
      select 'wallets' as table, w.account_id::text as id, coalesce(m.points, 0)::text as expected, w.balance::text as found
        from wallets w left join moved m on m.account = w.account_id
       where w.balance <> coalesce(m.points, 0)`,
  },
  {
    rule: "a wallet is the sum of its open lots",
    find: sql`
      with open as (select account_id, sum(remaining) as points from open_lots group by account_id)
      select 'wallets' as table, coalesce(w.account_id, o.account_id)::text as id, coalesce(o.points, 0)::text as expected,
             w.balance::text as found
        from wallets w full join open o on o.account_id = w.account_id
       where w.balance is distinct from coalesce(o.points, 0)`,
  },
  {
    rule: "no wallet is below zero, and no more is held than is in it",
    find: sql`
      select 'wallets' as table, account_id::text as id, 'held between 0 and balance' as expected,
             held || ' held of ' || balance as found
        from wallets where balance < 0 or held not between 0 and balance`,
  },
  {
    rule: "a wallet is as open as its member is",
    find: sql`
      select 'wallets' as table, w.account_id::text as id, m.state as expected, w.state as found
        from wallets w join members m on m.account_id = w.account_id
       where w.state <> case when m.state in ('merged', 'left') then m.state
         when exists (select from member_suspensions s where s.member_id = m.id and s.ended_at is null) then 'suspended'
         when m.state = 'leaving' then 'leaving' else 'open' end`,
  },
  {
    rule: "the balance after each transfer follows from the one before it",
    find: sql`
      select 'transfers' as table, id::text, expected::text, balance_after::text as found from (
        select s.id, s.balance_after, sum(s.points) over (partition by s.account order by s.id) as expected
          from ${sides} join wallets w on w.account_id = s.account) chain
       where balance_after <> expected`,
  },
];
