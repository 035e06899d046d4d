import assert from "node:assert/strict";
import postgres, { type Sql } from "postgres";
import type { Promised } from "../proof";

/** Ledger and audit: nothing in them is the app's to change. */
const FIXED = [
  ...["books", "accounts", "wallets", "transfer_routes", "transfers", "lots", "open_lots", "lot_uses"],
  ...["budget_slices", "quotes", "receipt_numbers", "receipt_counters", "city_clock", "audit_entries"],
  ...["staff_member_links", "legal_texts", "member_consents", "member_events"],
];
/** The domains' own rows, sessions and limits, of which the app may change some. */
const OTHERS = [
  ...["domains", "sections", "programmes", "activities", "codes", "shops", "shop_categories", "members", "settings"],
  ...[
    "staff",
    "staff_sessions",
    "member_sessions",
    "sign_in_attempts",
    "rate_limits",
    "approvals",
    "approval_counters",
  ],
  ...["staff_roles", "staff_passkeys", "staff_totps", "staff_invitations", "staff_challenges", "member_cards"],
  ...["member_disclosures", "counter_visits", "reward_items", "reward_exchanges"],
  ...["identity_providers", "member_identities", "member_passkeys", "member_challenges", "provider_logouts"],
  ...["member_suspensions", "member_appeals", "proxies", "member_merges", "test_invitations", "logos"],
];
/** SQLSTATE insufficient_privilege. */
const NO_RIGHT = "42501";

type Table = { name: string; column: string };

/** Every table of the catalog, with a column that may be set to itself. */
const readTables = (sql: Sql) => sql<Table[]>`
  select relname as name, (select attname from pg_attribute where attrelid = c.oid and attnum > 0 and attidentity = ''
                              and not attisdropped order by attnum limit 1) as column
    from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`;

async function refusal(app: Sql, change: string): Promise<string> {
  try {
    await app.unsafe(change);
    return "done";
  } catch (thrown) {
    return String((thrown as { code?: unknown }).code);
  }
}

const changes = ({ name, column }: Table) => [
  `truncate ${name}`,
  ...(FIXED.includes(name) ? [`update ${name} set ${column} = ${column}`, `delete from ${name}`] : []),
];

export const appendOnly: Promised = {
  name: "UPDATE, DELETE and TRUNCATE are refused to komapo_app on every ledger and audit table",
  async run({ city, admin }) {
    const tables = await readTables(admin);
    assert.deepEqual(new Set(tables.map(({ name }) => name)), new Set([...FIXED, ...OTHERS]));
    const [may] = await admin`
      select coalesce(string_agg(name, ', '), '') as change from unnest(${FIXED}::text[]) name
       where has_any_column_privilege('komapo_app', name, 'update') or has_table_privilege('komapo_app', name, 'delete, truncate')`;
    assert.deepEqual(may, { change: "" });
    const app = postgres(city.appUrl, { max: 1 });
    try {
      for (const change of tables.flatMap(changes)) assert.equal(await refusal(app, change), NO_RIGHT, change);
    } finally {
      await app.end();
    }
    return `${FIXED.length} tables`;
  },
};
