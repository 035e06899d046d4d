import assert from "node:assert/strict";
import { newId } from "@/lib/shared/ids";
import type { Check } from "../check";
import type { Copy } from "../copy";
import { rethrowLost } from "../lost";
import { grant } from "../postings";
import { openTown, openWallet, type Town, type Wallet } from "../town";

type Row = { kind: string; from: number; to: number; points: number };

/** What the database answers to a transfer written past the posting functions, with all rights. */
async function answerTo({ admin }: Copy, { kind, from, to, points }: Row): Promise<string> {
  try {
    await admin`insert into transfers (public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash, happened_at,
                                       recorded_at, balance_after, actor)
      values (${newId()}, 1, ${kind}, ${from}, ${to}, ${points}, ${newId()}, '', now(), now(), 0, 'system:proof')`;
    return "done";
  } catch (thrown) {
    rethrowLost(thrown);
    const { code, message } = thrown as { code?: string; message?: string };
    return code === "KP001" ? String(message) : String(code);
  }
}

/** SQLSTATE of a broken check, the deferred one of lots included. */
const BROKEN_CHECK = "23514";

const expected = ({ shop, programmeAccount }: Town, { account }: Wallet): [Row, string][] => [
  [{ kind: "grant", from: shop, to: account, points: 10 }, "route_not_allowed"],
  [{ kind: "refund", from: shop, to: account, points: 10 }, "reversal_must_name_its_transfer"],
  [{ kind: "grant", from: programmeAccount, to: account, points: 10 }, BROKEN_CHECK],
  [{ kind: "spend", from: account, to: shop, points: 101 }, BROKEN_CHECK],
  [{ kind: "spend", from: account, to: shop, points: -1 }, BROKEN_CHECK],
];

export const allowedWays: Check = {
  name: "a transfer off the allowed ways, beyond the wallet or without its lots cannot be written",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    await grant(copy, town, wallet, 100);
    for (const [row, answer] of expected(town, wallet)) {
      assert.equal(await answerTo(copy, row), answer, `${row.kind} of ${row.points}`);
    }
  },
};
