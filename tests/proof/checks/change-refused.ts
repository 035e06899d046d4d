import assert from "node:assert/strict";
import type { TransactionSql } from "postgres";
import type { Check } from "../check";
import { rethrowLost } from "../lost";
import { grant, numberOf, spend } from "../postings";
import { openTown, openWallet } from "../town";

const FIXED = ["accounts", "transfers", "lots", "lot_uses", "receipt_numbers", "audit_entries"];
/** SQLSTATE of the append-only triggers: restrict_violation. */
const REFUSED = "23001";

/** A change that is the same as none, so that only the trigger can object. */
const changes = (table: string) => [
  `update ${table} set ${table === "lot_uses" || table === "receipt_numbers" ? "transfer_id = transfer_id" : "id = default"}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
];

async function refusal(sql: TransactionSql, change: string): Promise<string> {
  try {
    await sql.savepoint((inner) => inner.unsafe(change));
    return "done";
  } catch (thrown) {
    rethrowLost(thrown);
    return String((thrown as { code?: unknown }).code);
  }
}

export const changeRefused: Check = {
  name: "no row of the ledger can be changed or removed, not even by its owner",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    await grant(copy, town, wallet, 100);
    await numberOf(copy, await spend(copy, town, wallet, 10));
    await copy.admin`insert into audit_entries (recorded_at, staff_id, act, outcome, target_kind)
      values (now(), ${wallet.owner}, 'issue_code', 'done', 'code')`;
    const undone = new Error("none of it may stay");
    const answers: string[] = [];
    await copy.admin
      .begin(async (sql) => {
        // As a replica's session, which skips all triggers but those that are always on.
        await sql`set local session_replication_role = replica`;
        for (const change of FIXED.flatMap(changes)) {
          const answer = await refusal(sql, change);
          if (answer !== REFUSED) answers.push(`${change}: ${answer}`);
        }
        throw undone;
      })
      .catch((thrown: unknown) => assert.equal(thrown, undone));
    assert.deepEqual(answers, []);
  },
};
