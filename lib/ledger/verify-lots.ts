import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** Laws 6, 7, 9: lots gained and gave exactly what their transfers moved, in the terms of their grant, within the budget. */
export const lotChecks: LedgerCheck[] = [
  {
    rule: "what remains of a lot is its points less its uses",
    find: sql`
      with used as (select lot_id, sum(points) as points from lot_uses group by lot_id)
      select 'open_lots' as table, coalesce(l.id, o.lot_id)::text as id, (l.points - coalesce(u.points, 0))::text as expected,
             o.remaining::text as found
        from lots l
        left join used u on u.lot_id = l.id
        full join open_lots o on o.lot_id = l.id and o.account_id = l.account_id and o.expires_on = l.expires_on
          and o.is_general = (l.purse = 'general') and o.points = l.points
       where l.id is null or coalesce(o.remaining, 0) <> l.points - coalesce(u.points, 0) or coalesce(u.points, 0) < 0`,
  },
  {
    rule: "a transfer moved exactly what its lots gained or gave",
    find: sql`
      with gained as (
        select transfer_id, sum(points) as points
          from (select transfer_id, points from lots union all select transfer_id, -points from lot_uses) moves
         group by transfer_id)
      select 'transfers' as table, coalesce(t.id, g.transfer_id)::text as id,
             (case when a.kind = 'member' then -t.points else t.points end)::text as expected, g.points::text as found
        from transfers t
        join accounts a on a.id = t.from_account_id
        full join gained g on g.transfer_id = t.id
       where g.points is distinct from case when a.kind = 'member' then -t.points else t.points end`,
  },
  {
    rule: "a transfer takes from, or gives back to, its own member's lots, and a correction only those of its original",
    find: sql`
      with recursive follows (lot_id, first_id) as (
        select id, origin_lot_id from lots where origin_lot_id is not null
        union all
        select f.lot_id, l.origin_lot_id from follows f join lots l on l.id = f.first_id where l.origin_lot_id is not null)
      select 'lot_uses' as table, u.transfer_id || '/' || u.lot_id as id, 'a use that fits ' || coalesce(t.kind, 'nothing') as expected,
             u.points || ' of a lot of account ' || coalesce(l.account_id::text, 'none') as found
        from lot_uses u
        left join transfers t on t.id = u.transfer_id
        left join lots l on l.id = u.lot_id
        left join lot_uses taken on taken.transfer_id = t.reverses_id and taken.lot_id = u.lot_id
       where l.id is null or case
         when t.kind in ('spend', 'exchange', 'forfeit', 'merge_out') then l.account_id <> t.from_account_id or u.points <= 0
         when t.kind in ('grant_reversal', 'merge_in_reversal') then l.account_id <> t.from_account_id or u.points <= 0
           or l.transfer_id <> t.reverses_id and not exists (
             select from follows f join lots own on own.id = f.first_id where f.lot_id = l.id and own.transfer_id = t.reverses_id)
         when t.kind in ('refund', 'exchange_return', 'merge_out_reversal')
           then l.account_id <> t.to_account_id or u.points >= 0 or -u.points > coalesce(taken.points, 0)
         else true end`,
  },
  {
    rule: "a grant's lot has the terms of its programme, its activity and its code",
    find: sql`
      select 'lots' as table, l.id::text, 'the terms of programme ' || coalesce(p.id::text, 'none') as expected,
             concat_ws(' ', l.points, 'of', t.points, 'for account', l.account_id, 'rule', l.rule_version, 'until', l.expires_on) as found
        from lots l
        join transfers t on t.id = l.transfer_id and t.kind = 'grant'
        left join programmes p on p.id = l.programme_id
        left join accounts own on own.id = t.from_account_id and own.kind = 'programme'
        left join activities a on a.id = l.activity_id
        left join codes c on c.id = l.code_id
       where own.owner_id is distinct from p.id or l.account_id <> t.to_account_id or l.points <> t.points
          or l.rule_version not between 1 and p.rule_version or l.fiscal_year <> fiscal_year(city_day(t.happened_at))
          or l.expires_on < city_day(t.happened_at) or l.origin_lot_id is not null
          or (l.activity_id is not null and a.programme_id is distinct from l.programme_id)
          or (l.code_id is not null and c.activity_id is distinct from l.activity_id)`,
  },
  {
    rule: "a lot that follows an expired one has its terms, and holds no more than was taken from it",
    find: sql`
      select 'lots' as table, l.id::text, 'the terms of lot ' || coalesce(o.id::text, 'none') as expected,
             concat_ws(' ', l.points, 'until', l.expires_on, 'given back by', t.kind, t.id) as found
        from lots l
        join transfers t on t.id = l.transfer_id and t.kind not in ('grant', 'merge_in')
        left join lots o on o.id = l.origin_lot_id
        left join lot_uses taken on taken.transfer_id = t.reverses_id and taken.lot_id = o.id
       where t.kind not in ('refund', 'exchange_return', 'merge_out_reversal') or o.id is null or l.points > coalesce(taken.points, 0) or o.expires_on >= city_day(t.recorded_at)
          or l.expires_on < city_day(t.recorded_at)
          or (l.account_id, l.programme_id, l.purse, l.fiscal_year, l.funding_source, l.rule_version)
             is distinct from (o.account_id, o.programme_id, o.purse, o.fiscal_year, o.funding_source, o.rule_version)`,
  },
  {
    rule: "a budget's use is what was granted less what was taken back, and never above the ceiling",
    find: sql`
      with granted as (
        select p.id, sum(s.points) as points
          from programmes p
          join (select from_account_id as account, points from transfers
                union all select to_account_id, -points from transfers) s on s.account = p.account_id
         where p.has_ceiling group by p.id),
      sliced as (select programme_id, sum(used) as used, sum(allotted) as allotted from budget_slices group by programme_id)
      select 'budget_slices' as table, coalesce(g.id, s.programme_id)::text as id, coalesce(g.points, 0)::text as expected,
             coalesce(s.used, 0) || ' of ' || coalesce(s.allotted, 0) as found
        from granted g full join sliced s on s.programme_id = g.id
       where coalesce(s.used, 0) <> coalesce(g.points, 0) or coalesce(s.used, 0) > coalesce(s.allotted, 0)`,
  },
];
