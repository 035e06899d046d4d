import { db } from "@/db/client";
import { type LedgerCounts, verifyLedger } from "@/lib/ledger/verify-ledger";

/** Recomputes the seeded ledger from its transfers; throws, naming every broken rule with its first wrong row. */
export async function verifySeed(): Promise<LedgerCounts> {
  const { faults, counts } = await verifyLedger(db);
  const named = faults.map(({ rule, table, id, expected, found }) => `${rule}: ${table} ${id}, ${expected}, ${found}`);
  if (named.length > 0) throw new Error(`The seeded ledger is wrong.\n${named.join("\n")}`);
  return counts;
}
