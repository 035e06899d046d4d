import { sql } from "drizzle-orm";
import type { LedgerCheck } from "./verify-ledger";

/** The text whose SHA-256 a posting function stored: what its caller asked for (law 4). */
const body = sql`case t.kind
  when 'grant' then concat_ws('|', 'grant', l.programme_id, t.to_account_id, t.points, l.activity_id)
  when 'spend' then concat_ws('|', 'spend', t.from_account_id, t.to_account_id, t.points)
  when 'exchange' then concat_ws('|', 'exchange', t.from_account_id, t.to_account_id, t.points)
  when 'forfeit' then concat_ws('|', 'forfeit', t.from_account_id, t.to_account_id, t.points)
  when 'merge_out' then concat_ws('|', t.kind, t.from_account_id, t.to_account_id)
  when 'merge_in' then concat_ws('|', t.kind, t.from_account_id, t.to_account_id)
  when 'merge_in_reversal' then concat_ws('|', t.kind, t.from_account_id, t.to_account_id)
  when 'merge_out_reversal' then concat_ws('|', t.kind, t.from_account_id, t.to_account_id)
  else concat_ws('|', t.kind, o.public_id, t.points) end`;

/** Laws 1, 3, 4, 7 and 12: what the database should have refused, looked at again. */
export const transferChecks: LedgerCheck[] = [
  {
    rule: "a transfer moves a positive number between two accounts of its book, on a way that is allowed",
    find: sql`
      select 'transfers' as table, t.id::text, 'a route of its book for ' || t.kind as expected,
             concat_ws(' ', t.points, 'from', coalesce(s.kind || ' of book ' || s.book_id, 'no account'),
                       'to', coalesce(d.kind || ' of book ' || d.book_id, 'no account'), 'in book', t.book_id) as found
        from transfers t
        left join accounts s on s.id = t.from_account_id
        left join accounts d on d.id = t.to_account_id
        left join transfer_routes r on r.kind = t.kind and r.from_kind = s.kind and r.to_kind = d.kind
       where r.kind is null or s.book_id <> t.book_id or d.book_id <> t.book_id or t.points <= 0
          or t.from_account_id = t.to_account_id or (r.reverses_kind is null) <> (t.reverses_id is null)`,
  },
  {
    rule: "no event key and no public id appears twice",
    find: sql`
      with keys as (select hashtextextended(event_key, book_id) as hash from transfers group by 1 having count(*) > 1),
           ids as (select uuid_hash_extended(public_id, 0) as hash from transfers group by 1 having count(*) > 1)
      select 'transfers' as table, max(t.id)::text as id, 'one transfer' as expected, count(*) || ' with ' || t.event_key as found
        from transfers t join keys on keys.hash = hashtextextended(t.event_key, t.book_id) group by t.event_key, t.book_id having count(*) > 1
      union all
      select 'transfers', max(t.id)::text, 'one transfer', count(*) || ' with ' || t.public_id
        from transfers t join ids on ids.hash = uuid_hash_extended(t.public_id, 0) group by t.public_id having count(*) > 1`,
  },
  {
    rule: "a transfer is what its caller asked for",
    find: sql`
      select 'transfers' as table, t.id::text, encode(sha256(convert_to(${body}, 'UTF8')), 'hex') as expected,
             encode(t.body_hash, 'hex') as found
        from transfers t
        left join lots l on t.kind = 'grant' and l.transfer_id = t.id
        left join transfers o on o.id = t.reverses_id
       where sha256(convert_to(${body}, 'UTF8')) <> t.body_hash`,
  },
  {
    rule: "a reversal goes the way back of one earlier transfer, and for no more than it",
    find: sql`
      select 'transfers' as table, t.id::text, 'the way back of ' || coalesce(o.kind || ' ' || o.id, 'nothing') as expected,
             concat_ws(' ', t.kind, t.points, 'of', o.points, 'recorded', t.recorded_at) as found
        from transfers t
        join transfer_routes r on r.kind = t.kind and r.reverses_kind is not null
        left join transfers o on o.id = t.reverses_id
       where o.id is null or o.kind <> r.reverses_kind or o.from_account_id <> t.to_account_id or o.to_account_id <> t.from_account_id
          or t.points > o.points or t.happened_at < o.happened_at or t.recorded_at < o.recorded_at
          or o.id >= t.id or coalesce(t.reason, '') = ''`,
  },
  {
    rule: "nothing is reversed twice",
    find: sql`
      select 'transfers' as table, max(id)::text as id, 'one reversal of ' || reverses_id as expected, count(*)::text as found
        from transfers where reverses_id is not null group by reverses_id having count(*) > 1`,
  },
];
