import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** What a merge moved of one lot, on its way out, in, and back each way: `home` is the lot that it was taken from. */
const undone = sql`
  with recursive line (transfer_id, reverses_id, used, lot_id, at_id, origin_id) as (
    select u.transfer_id, t.reverses_id, u.points, u.lot_id, l.transfer_id, l.origin_lot_id
      from transfers t join lot_uses u on u.transfer_id = t.id join lots l on l.id = u.lot_id
     where t.kind = 'merge_in_reversal'
    union all
    select line.transfer_id, line.reverses_id, line.used, l.id, l.transfer_id, l.origin_lot_id
      from line join lots l on l.id = line.origin_id where line.at_id <> line.reverses_id),
  taken as (
    select t.to_account_id as account, line.origin_id as home, sum(line.used) as points
      from line join transfers t on t.id = line.transfer_id
     where line.at_id = line.reverses_id group by 1, 2),
  given as (
    select t.from_account_id as account, g.home, sum(g.points) as points
      from transfers t
      join (select transfer_id, lot_id as home, -points as points from lot_uses
            union all select transfer_id, origin_lot_id, points from lots) g on g.transfer_id = t.id
     where t.kind = 'merge_out_reversal' group by 1, 2)`;

/** 統合: nothing stays on the way, each lot is the one it was, and the record says what moved. */
export const mergeChecks: LedgerCheck[] = [
  {
    rule: "a merge's account holds nothing, and was passed once each way at most",
    find: sql`
      select 'accounts' as table, a.id::text, '0 after one way in and one way out' as expected,
             concat_ws(' ', sum(s.points), 'after', count(*)) as found
        from accounts a
        join (select to_account_id as account, points, kind from transfers
              union all select from_account_id, -points, kind from transfers) s on s.account = a.id
       where a.kind = 'merge'
       group by a.id having sum(s.points) <> 0 or count(*) <> count(distinct s.kind)`,
  },
  {
    rule: "a lot that a merge gave is one that it took, under the very terms",
    find: sql`
      select 'lots' as table, l.id::text, 'lot ' || coalesce(o.id::text, 'none') || ' as it was taken' as expected,
             concat_ws(' ', l.points, 'for account', l.account_id, 'until', l.expires_on) as found
        from transfers t
        join lots l on l.transfer_id = t.id
        left join lots o on o.id = l.origin_lot_id
        left join transfers away on away.kind = 'merge_out' and away.to_account_id = t.from_account_id
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
    rule: "a merge that moved points is of two members, as its record says",
    find: sql`
      select 'member_merges' as table, coalesce(m.id::text, a.owner_id::text) as id,
             coalesce(concat_ws(' ', o.points, 'from', o.from_account_id, 'to', i.to_account_id), 'nothing moved') as expected,
             concat_ws(' ', m.points, 'from', f.account_id, 'to', n.account_id) as found
        from (select * from accounts where kind = 'merge') a
        full join member_merges m on m.account_id = a.id and m.id = a.owner_id
        left join transfers o on o.kind = 'merge_out' and o.to_account_id = a.id
        left join transfers i on i.kind = 'merge_in' and i.from_account_id = a.id
        left join members f on f.id = m.from_member_id
        left join members n on n.id = m.into_member_id
       where (o.id is not null and m.id is null) or (m.id is not null and a.id is null) or coalesce(o.points, 0) <> coalesce(m.points, 0)
          or (o.id is not null and (f.account_id <> o.from_account_id or n.account_id <> i.to_account_id))`,
  },
];
