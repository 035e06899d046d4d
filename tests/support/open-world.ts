import type { Sql, TransactionSql } from "postgres";
import { newId } from "@/lib/shared/ids";

export type Owner = { id: string; account: number };
export type World = { members: Owner[]; shops: Owner[]; programmes: Owner[] };
export type Connection = Sql | TransactionSql;

const make = (count: number) => Array.from({ length: count }, newId);

async function openAccounts(sql: Connection, kind: string, owners: string[]): Promise<Owner[]> {
  const opened = await sql<{ id: string; owner_id: string }[]>`
    insert into accounts (book_id, kind, owner_id)
    select b.id, ${kind}, o.id from books b, unnest(${owners}::uuid[]) with ordinality o (id, n) where b.is_current order by o.n
    returning id, owner_id`;
  const accounts = new Map(opened.map((row) => [row.owner_id, Number(row.id)]));
  return owners.map((id) => ({ id, account: accounts.get(id) ?? Number.NaN }));
}

const columns = (owners: Owner[]) => [owners.map(({ id }) => id), owners.map(({ account }) => account)] as const;

async function addMembers(sql: Connection, count: number): Promise<Owner[]> {
  const members = await openAccounts(sql, "member", make(count));
  const [ids, accounts] = columns(members);
  await sql`insert into wallets (account_id) select unnest(${accounts}::bigint[])`;
  await sql`insert into members (id, account_id, email_encrypted, email_index, joined_at)
    select id, account, '\\x00', sha256(convert_to(id::text, 'UTF8')), now()
      from unnest(${ids}::uuid[], ${accounts}::bigint[]) m (id, account)`;
  return members;
}

async function addShops(sql: Connection, count: number): Promise<Owner[]> {
  const shops = await openAccounts(sql, "shop", make(count));
  const [ids, accounts] = columns(shops);
  await sql`insert into shops (id, account_id, category_id, name, name_kana, address, opening_hours, phone, summary, created_at)
    select id, account, 'food', '食堂', 'しょくどう', '狛江市', '11時から', '', '', now()
      from unnest(${ids}::uuid[], ${accounts}::bigint[]) s (id, account)`;
  return shops;
}

async function addProgramme(sql: Connection, budget: number | null): Promise<Owner> {
  const [sectionId, id] = [newId(), newId()];
  const [programme] = await openAccounts(sql, "programme", [id]);
  if (!programme) throw new Error("a programme's account was not opened");
  await sql`insert into sections (id, name) values (${sectionId}, ${`課 ${sectionId}`})`;
  await sql`insert into programmes (id, account_id, domain_id, section_id, name, policy_goal, kpi, starts_on, ends_on,
      funding_source, points, expiry_kind, has_ceiling, created_at)
    values (${id}, ${programme.account}, 'health', ${sectionId}, '事業', '', '', '2026-04-01', '2027-03-31', '一般財源', 100,
      'next_fiscal_year_end', ${budget !== null}, now())`;
  if (budget !== null) await sql`select set_budget(${id}, ${budget})`;
  return programme;
}

/**
 * Members with empty wallets, shops, and a programme per budget (points; null: without a ceiling) in the current book, made past the
 * use cases and in few round trips, for tests of the ledger alone. `sql` is a superuser's.
 */
export async function openWorld(
  sql: Connection,
  { members = 1, shops = 1, budgets = [null] }: { members?: number; shops?: number; budgets?: (number | null)[] },
): Promise<World> {
  await sql`insert into books (id, kind, name, is_current) values (1, 'demo', '試験', true) on conflict do nothing`;
  const programmes: Owner[] = [];
  for (const budget of budgets) programmes.push(await addProgramme(sql, budget));
  return { members: await addMembers(sql, members), shops: await addShops(sql, shops), programmes };
}

const pair = <T>(list: T[]): [T, T] => {
  const [first, second] = list;
  if (!first || !second) throw new Error("a pair was not made");
  return [first, second];
};

/** Two of each: the smallest world in which something can be somebody else's. */
export async function openSmallWorld(sql: Connection, budget: number | null = null) {
  const world = await openWorld(sql, { members: 2, shops: 2, budgets: [budget, budget] });
  const [member, other] = pair(world.members);
  const [shop, otherShop] = pair(world.shops);
  const [programme, otherProgramme] = pair(world.programmes);
  return { member, other, shop, otherShop, programme, otherProgramme };
}
