import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { adminSql, adminUrl } from "../../support/database";
import { openSmallWorld } from "../../support/open-world";
import { confirm, grant, posted, quote, reverse } from "../../support/post";

const admin = adminSql();
const { member, shop, programme } = await openSmallWorld(admin, 1_000);

// Each table has a row: a row-level trigger on an empty table refuses nothing.
await posted(grant(admin, { to: member, of: programme, points: 100 }));
const paid = await posted(
  confirm(admin, { quoteId: await quote(admin, { from: member, at: shop, points: 60 }), by: member }),
);
await admin`select assign_receipt_number(${paid.id})`;
await posted(reverse(admin, { of: paid.id, points: 10 }));
await admin`insert into audit_entries (recorded_at, staff_id, act, outcome, target_kind)
  values (now(), gen_random_uuid(), 'test', 'done', 'test')`;

type Verb = "insert" | "update" | "delete" | "truncate";
type Rule = Record<Verb, "refused" | "free">;
const appendOnly: Rule = { insert: "free", update: "refused", delete: "refused", truncate: "refused" };
const cached: Rule = { insert: "free", update: "free", delete: "refused", truncate: "refused" };

/** What even the owner of the tables may not do (law 2). */
const owner: Record<string, Rule> = {
  accounts: appendOnly,
  transfers: appendOnly,
  lots: appendOnly,
  lot_uses: appendOnly,
  receipt_numbers: appendOnly,
  audit_entries: appendOnly,
  wallets: cached,
  budget_slices: cached,
  quotes: cached,
  receipt_counters: cached,
  open_lots: { ...cached, delete: "free" },
};
const tables = Object.keys(owner);
const verbs: Verb[] = ["insert", "update", "delete", "truncate"];

/** One statement per verb that touches every row and changes nothing, were it let. */
async function statementOf(verb: Verb, table: string): Promise<string> {
  const [column] = await admin<{ name: string }[]>`
    select attname as name from pg_attribute
     where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum limit 1`;
  const name = column?.name ?? "";
  if (verb === "insert") return `insert into ${table} overriding user value select * from ${table} where false`;
  if (verb === "update") return `update ${table} set ${name} = ${name}`;
  return verb === "delete" ? `delete from ${table}` : `truncate ${table} cascade`;
}

async function codeOf(sql: postgres.Sql, statement: string): Promise<string> {
  let code = "allowed";
  await sql
    .begin(async (tx) => {
      await tx.unsafe(statement).catch((thrown) => {
        code = thrown.code;
      });
      throw new Error("undo");
    })
    .catch(() => undefined);
  return code;
}

const asRole = (role: string) => {
  const sql = postgres(adminUrl().replace("postgres@", `${role}@`), { max: 1, onnotice: () => undefined });
  afterAll(() => sql.end());
  return sql;
};

test.each(["komapo_app", "komapo_readonly"])("law 2: %s writes no ledger table by any statement", async (role) => {
  const sql = asRole(role);
  const answers: Record<string, string[]> = {};
  for (const table of tables) {
    const codes: string[] = [];
    for (const verb of verbs) codes.push(await codeOf(sql, await statementOf(verb, table)));
    answers[table] = codes;
  }
  const none = ["42501", "42501", "42501", "42501"];
  const appends = { ...Object.fromEntries(tables.map((table) => [table, none])) };
  if (role === "komapo_app") appends.audit_entries = ["allowed", "42501", "42501", "42501"];
  expect(answers).toEqual(appends);
});

test.each(tables)(
  "law 2: the owner of %s changes and removes no more of it than the ledger's functions do",
  async (table) => {
    const sql = asRole("komapo_migrator");
    await sql`set role komapo_owner`;
    for (const verb of verbs) {
      const expected = owner[table]?.[verb] === "refused" ? "23001" : "allowed";
      expect([verb, await codeOf(sql, await statementOf(verb, table))]).toEqual([verb, expected]);
    }
  },
);

test("law 2: the triggers hold where a session calls itself a replica", async () => {
  const statement = async (table: string, verb: Verb) =>
    codeOf(admin, `set local session_replication_role = replica; ${await statementOf(verb, table)}`);
  for (const table of ["transfers", "lots", "lot_uses"]) {
    expect([table, await statement(table, "update")]).toEqual([table, "23001"]);
    expect([table, await statement(table, "delete")]).toEqual([table, "23001"]);
    expect([table, await statement(table, "truncate")]).toEqual([table, "23001"]);
  }
});

test("law 2: the app can neither switch a trigger off, nor become the owner, nor burn a sequence, nor move the clock", async () => {
  const sql = asRole("komapo_app");
  for (const statement of [
    "alter table transfers disable trigger append_only",
    "set role komapo_owner",
    "set session_replication_role = replica",
    "select nextval('transfers_id_seq')",
    "update city_clock set offset_seconds = 1",
    "insert into transfer_routes values ('gift', 'member', 'member')",
    "insert into books (id, kind, name) values (9, 'real', 'x')",
    "create table mine ()",
    "select lock_wallet(1)",
    "select take_lots(1, 1, 1)",
    "select take_budget(gen_random_uuid(), 1)",
  ]) {
    expect([statement, await codeOf(sql, statement)]).toEqual([statement, "42501"]);
  }
});

test("law 2: every guard of the ledger is on for every session, and each callable function has a fixed search path", async () => {
  const triggers = await admin`select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relname = any(${tables}) and tgenabled <> 'A'`;
  expect([...triggers]).toEqual([]);
  const open = await admin`select proname from pg_proc p
    where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp']`;
  expect([...open]).toEqual([]);
});
