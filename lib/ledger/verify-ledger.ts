import { type SQL, sql } from "drizzle-orm";
import type { db, Transaction } from "@/db/client";
import { lotChecks } from "./verify-lots";
import { mergeChecks } from "./verify-merges";
import { paymentChecks } from "./verify-payments";
import { rewardChecks } from "./verify-rewards";
import { transferChecks } from "./verify-transfers";
import { walletChecks } from "./verify-wallets";

/** `find` gives the rows that break the rule: table and id, what the transfers say, and what the row says. */
export type LedgerCheck = { rule: string; find: SQL };
export type LedgerFault = { rule: string; table: string; id: string; expected: string; found: string };
export type LedgerCounts = Record<"transfers" | "wallets" | "lots" | "points", number>;

const checks: LedgerCheck[] = [
  ...transferChecks,
  ...walletChecks,
  ...lotChecks,
  ...mergeChecks,
  ...paymentChecks,
  ...rewardChecks,
];
export const ledgerRules: string[] = checks.map(({ rule }) => rule);

/** All of them are looked for before the first is taken: a plan made for one row is slow where there is none. Ids are numbers or uuids. */
const firstOf = (find: SQL) =>
  sql`with wrong as materialized (${find}) select "table", id, expected, found from wrong order by length(id), id limit 1`;

type FaultRow = { table: string; id: string; expected: string | null; found: string | null };

const counts = sql`select
  (select count(*) from transfers)::int as transfers, (select count(*) from wallets)::int as wallets,
  (select count(*) from lots)::int as lots, (select coalesce(sum(balance), 0) from wallets)::float8 as points`;

/** A large ledger takes longer than a page may, sorts in memory, and is read once: nothing worth compiling. */
const settings = sql`select set_config('statement_timeout', '0', true), set_config('work_mem', '128MB', true),
  set_config('jit', 'off', true)`;

type Snapshot = Pick<Transaction, "execute">;

/** Looks for each rule of `waiting` in turn, in the snapshot of `tx`. Rules are taken off the list, so that two sessions can share it. */
async function examine(tx: Snapshot, waiting: LedgerCheck[], faults: LedgerFault[]) {
  await tx.execute(settings);
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [row] = await tx.execute<FaultRow>(firstOf(check.find));
    if (row)
      faults.push({ rule: check.rule, ...row, expected: row.expected ?? "nothing", found: row.found ?? "nothing" });
  }
}

const inOrder = (faults: LedgerFault[]) =>
  faults.sort((one, other) => ledgerRules.indexOf(one.rule) - ledgerRules.indexOf(other.rule));

/** The first wrong row of each rule that is broken in the snapshot of `tx`, with one session: for what a transaction has not committed. */
export async function findFaults(tx: Snapshot): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  await examine(tx, [...checks], faults);
  return inOrder(faults);
}

const oneSnapshot = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/**
 * Recomputes everything that is cached from the transfers (law 11) and re-examines what the database should have refused, in one
 * snapshot shared by two sessions, so that postings may go on meanwhile. Repairs nothing. `faults` has the first wrong row of each
 * rule that is broken. Takes two connections of `database`.
 */
export async function verifyLedger(
  database: Pick<typeof db, "transaction">,
): Promise<{ faults: LedgerFault[]; counts: LedgerCounts }> {
  const waiting = [...checks];
  const faults: LedgerFault[] = [];
  return database.transaction(async (tx) => {
    const [exported] = await tx.execute<{ id: string }>(sql`select pg_export_snapshot() as id`);
    const second = database.transaction(async (beside) => {
      await beside.execute(sql.raw(`set transaction snapshot '${exported?.id}'`));
      await examine(beside, waiting, faults);
    }, oneSnapshot);
    await Promise.all([examine(tx, waiting, faults), second]);
    const [counted] = await tx.execute<LedgerCounts>(counts);
    if (!counted) throw new Error("counting the ledger returned no row");
    return { faults: inOrder(faults), counts: counted };
  }, oneSnapshot);
}
