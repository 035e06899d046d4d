import type { Sql, TransactionSql } from "postgres";
import { openWorld } from "./open-world";

const SHOPS = 300;

const withoutGuards = async (tx: TransactionSql, work: () => Promise<unknown>) => {
  await tx`alter table transfers disable trigger user`;
  await work();
  for (const trigger of ["append_only", "never_truncated", "guard_transfer", "transfer_matches_lots"]) {
    await tx`alter table transfers enable always trigger ${tx(trigger)}`;
  }
};

type Owned = { member: number; shop: number; programme: number; programmeId: string };

/** The accounts of a kind are opened in one statement, so the ids follow each other. */
async function openOwners(tx: TransactionSql, members: number): Promise<Owned> {
  const world = await openWorld(tx, { members, shops: SHOPS, budgets: [0] });
  const [member, shop, programme] = [world.members[0], world.shops[0], world.programmes[0]];
  if (!member || !shop || !programme) throw new Error("the owners were not opened");
  return { member: member.account, shop: shop.account, programme: programme.account, programmeId: programme.id };
}

/** Three transfers a round: 100 and 100 granted, 150 paid, so that half of every second lot stays open. */
async function insertTransfers(tx: TransactionSql, owned: Owned, members: number, rounds: number) {
  const [base] = await tx<{ id: number }[]>`select coalesce(max(id), 0)::int as id from transfers`;
  const first = base?.id ?? 0;
  await tx`
    insert into transfers (id, public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash,
                           happened_at, recorded_at, balance_after, actor)
    overriding system value
    select ${first}::int + ((r - 1) * ${members}::int + m - 1) * 3 + step, gen_random_uuid(), b.id, steps.kind, source, target, points,
           'bulk:' || ${first}::int || ':' || r || ':' || m || ':' || step,
           sha256(convert_to(case steps.kind when 'grant' then concat_ws('|', steps.kind, ${owned.programmeId}::uuid, target, points)
                                       else concat_ws('|', steps.kind, source, target, points) end, 'UTF8')),
           now(), now(), (r - 1) * 50 + case step when 1 then 100 when 2 then 200 else 50 end, 'system:bulk'
      from generate_series(1, ${rounds}::int) r, generate_series(1, ${members}::int) m, books b,
           lateral (values (1, 'grant', ${owned.programme}::bigint, ${owned.member}::bigint + m - 1, 100),
                           (2, 'grant', ${owned.programme}::bigint, ${owned.member}::bigint + m - 1, 100),
                           (3, 'spend', ${owned.member}::bigint + m - 1, ${owned.shop}::bigint + m % ${SHOPS}::int, 150))
             steps (step, kind, source, target, points)
     where b.is_current order by 1`;
  await tx`select setval(pg_get_serial_sequence('transfers', 'id'), (select max(id) from transfers))`;
  return first;
}

async function insertLots(tx: TransactionSql, { programmeId }: { programmeId: string }, first: number) {
  await tx`
    insert into lots (transfer_id, account_id, programme_id, fiscal_year, funding_source, rule_version, expires_on, points)
    select id, to_account_id, ${programmeId}, fiscal_year(city_day(happened_at)), '一般財源', 1, '2099-03-31', points
      from transfers where id > ${first} and kind = 'grant' order by id`;
  await tx`
    insert into lot_uses (transfer_id, lot_id, points)
    select t.id, l.id, case when l.transfer_id = t.id - 2 then 100 else 50 end
      from transfers t join lots l on l.transfer_id in (t.id - 2, t.id - 1) where t.id > ${first} and t.kind = 'spend'`;
  await tx`
    insert into open_lots (account_id, expires_on, is_general, lot_id, points, remaining)
    select l.account_id, l.expires_on, true, l.id, l.points, 50
      from lots l join lot_uses u on u.lot_id = l.id and u.points = 50 where u.transfer_id > ${first}`;
}

/**
 * Fills a database with a ledger that is right, past the posting functions and in seconds: `members` with 3 transfers for each of
 * `rounds`. For what must be shown on a large ledger. `sql` is a superuser's; returns what was made.
 */
export async function fillLedger(sql: Sql, { members, rounds }: { members: number; rounds: number }) {
  return sql.begin(async (tx) => {
    const owned = await openOwners(tx, members);
    let first = 0;
    await withoutGuards(tx, async () => {
      first = await insertTransfers(tx, owned, members, rounds);
    });
    await insertLots(tx, owned, first);
    await tx`update wallets set balance = ${rounds * 50}, version = ${rounds * 3}
      where account_id between ${owned.member} and ${owned.member + members - 1}`;
    await tx`select set_budget(${owned.programmeId}, ${members * rounds * 300})`;
    await tx`update budget_slices set used = ${members * rounds * 200}, allotted = allotted + ${members * rounds * 200}
      where programme_id = ${owned.programmeId} and slice = 0`;
    await tx`insert into receipt_numbers (shop_account_id, paid_on, number, transfer_id)
      select to_account_id, city_day(happened_at), row_number() over (partition by to_account_id, city_day(happened_at) order by id), id
        from transfers where id > ${first} and kind = 'spend'`;
    await tx`insert into receipt_counters (shop_account_id, paid_on, last_number)
      select shop_account_id, paid_on, max(number) from receipt_numbers where transfer_id > ${first} group by 1, 2`;
    return { ...owned, transfers: members * rounds * 3 };
  });
}
