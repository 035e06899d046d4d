import assert from "node:assert/strict";
import { atOnce, type Outcome } from "../at-once";
import type { Check } from "../check";
import { grant, numberOf, spend } from "../postings";
import { openTown, openWallet } from "../town";

const PAYMENTS = 12;

export const numbersGapless: Check = {
  name: "a shop's receipts are numbered without a gap, each once",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    await grant(copy, town, wallet, 1000);
    await numberOf(copy, await spend(copy, town, wallet, 10));
    const payments: string[] = [];
    for (let n = 0; n < PAYMENTS; n += 1) payments.push(await spend(copy, town, wallet, 10));
    // Each payment asks twice, as after a cut connection.
    const asked = [...payments, ...payments].map((payment) => () => numberOf(copy, payment));
    const outcomes = await atOnce(
      copy,
      (sql) => sql`select from receipt_counters where shop_account_id = ${town.shop} for update`,
      asked,
    );
    const [first, again] = [outcomes.slice(0, PAYMENTS), outcomes.slice(PAYMENTS)];
    assert.deepEqual(again, first);
    const numbers = first.map((outcome: Outcome) => ("done" in outcome ? Number(outcome.done) : outcome));
    assert.deepEqual(new Set(numbers), new Set(Array.from({ length: PAYMENTS }, (_, n) => n + 2)));
  },
};
