import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** What passed through the account of each merge: few rows of many, so they are asked for by account. */
const passed = sql`passed as materialized (
  select a.id as account, a.owner_id, t.*
    from accounts a
    cross join lateral (select * from transfers where to_account_id = a.id
                        union all select * from transfers where from_account_id = a.id) t
   where a.kind = 'merge')`;

/** Of each merge that was undone, by the lot it was taken from (`home`): the points taken back, and those given back. */
const undone = sql`
  with recursive ${passed},
  line (account, reverses_id, used, at_id, origin_id) as (
    select t.account, t.reverses_id, u.points, l.transfer_id, l.origin_lot_id
      from passed t join lot_uses u on u.transfer_id = t.id join lots l on l.id = u.lot_id
     where t.kind = 'merge_in_reversal'
    union all
    select line.account, line.reverses_id, line.used, l.transfer_id, l.origin_lot_id
      from line join lots l on l.id = line.origin_id where line.at_id <> line.reverses_id),
  taken as (
    select account, origin_id as home, sum(used) as points from line where at_id = reverses_id group by 1, 2),
  given as (
    select t.account, g.home, sum(g.points) as points
      from passed t
      cross join lateral (select lot_id as home, -points as points from lot_uses where transfer_id = t.id
                          union all select origin_lot_id, points from lots where transfer_id = t.id) g
     where t.kind = 'merge_out_reversal' group by 1, 2)`;

/** 統合: nothing stays on the way, each lot is the one it was, and the record says what moved. */
export const mergeChecks: LedgerCheck[] = [
  {
    rule: "a merge's account holds nothing, and was passed once each way at most",
    find: sql`
      with ${passed}
      select 'accounts' as table, account::text as id, '0 after one way in and one way out' as expected,
             concat_ws(' ', sum(case when to_account_id = account then points else -points end), 'after', count(*)) as found
        from passed group by account
      having sum(case when to_account_id = account then points else -points end) <> 0 or count(*) <> count(distinct kind)`,
  },
  {
    rule: "a lot that a merge gave is one that it took, under the very terms",
    find: sql`
      with ${passed}
      select 'lots' as table, l.id::text, 'lot ' || coalesce(o.id::text, 'none') || ' as it was taken' as expected,
             concat_ws(' ', l.points, 'for account', l.account_id, 'until', l.expires_on) as found
        from passed t
        join lots l on l.transfer_id = t.id
        left join lots o on o.id = l.origin_lot_id
        left join passed away on away.kind = 'merge_out' and away.account = t.account
        left join lot_uses taken on taken.transfer_id = away.id and taken.lot_id = o.id
       where t.kind = 'merge_in' and (
          (l.account_id, l.points, l.programme_id, l.purse, l.fiscal_year, l.funding_source, l.rule_version, l.activity_id, l.code_id, l.expires_on)
          is distinct from
          (t.to_account_id, taken.points, o.programme_id, o.purse, o.fiscal_year, o.funding_source, o.rule_version, o.activity_id, o.code_id, o.expires_on))`,
  },
  {
    rule: "an undone merge gives back to each lot what it takes back of it",
    find: sql`${undone}
      select 'lots' as table, coalesce(t.home, g.home)::text as id, coalesce(t.points, 0) || ' back' as expected,
             coalesce(g.points, 0) || ' back' as found
        from taken t full join given g on g.account = t.account and g.home = t.home
       where coalesce(t.points, 0) <> coalesce(g.points, 0)`,
  },
  {
    // By whose accounts they are: a member of a closed test has another one since going live.
    rule: "a merge that moved points is of two members, as its record says",
    find: sql`
      with ${passed},
      moved as (
        select o.account, o.owner_id, o.points, gave.owner_id as gave, got.owner_id as got
          from passed o
          join accounts gave on gave.id = o.from_account_id
          left join passed i on i.account = o.account and i.kind = 'merge_in'
          left join accounts got on got.id = i.to_account_id
         where o.kind = 'merge_out')
      select 'member_merges' as table, coalesce(m.id, v.owner_id)::text as id,
             coalesce(concat_ws(' ', v.points, 'from', v.gave, 'to', v.got), 'nothing moved') as expected,
             concat_ws(' ', m.points, 'from', m.from_member_id, 'to', m.into_member_id) as found
        from moved v
        full join member_merges m on m.account_id = v.account and m.id = v.owner_id
       where coalesce(v.points, 0) <> coalesce(m.points, 0)
          or (v.account is not null and (m.from_member_id, m.into_member_id) is distinct from (v.gave, v.got))`,
  },
];
