import { closeDatabase, db } from "@/db/client";
import { verifyLedger } from "./verify-ledger";

/** `npm run ledger:verify`: verifies the ledger at DATABASE_URL; ends with 1 and the first wrong row of each broken rule. */
const { faults, counts } = await verifyLedger(db);
for (const { rule, table, id, expected, found } of faults) {
  process.stdout.write(`WRONG ${rule}: ${table} ${id} should say ${expected}, says ${found}\n`);
}
const { transfers, wallets, lots, points } = counts;
process.stdout.write(
  `${faults.length === 0 ? "The ledger is right" : "The ledger is WRONG"}: ${transfers} transfers, ${lots} lots, ${wallets} wallets that hold ${points} points.\n`,
);
await closeDatabase();
process.exitCode = faults.length === 0 ? 0 : 1;
