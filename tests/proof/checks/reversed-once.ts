import assert from "node:assert/strict";
import { atOnce, tally, walletLock } from "../at-once";
import type { Check } from "../check";
import { grant, reverse, spend } from "../postings";
import { balanceOf, openTown, openWallet } from "../town";

const ATTEMPTS = 10;

export const reversedOnce: Check = {
  name: "a transfer corrected ten times at once is corrected once",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    await grant(copy, town, wallet, 300);
    const mistaken = await grant(copy, town, wallet, 200);
    const paid = await spend(copy, town, wallet, 100);
    for (const [transfer, balance] of [
      [paid, 500],
      [mistaken, 300],
    ] as const) {
      const reversals = Array.from({ length: ATTEMPTS }, () => () => reverse(copy, transfer));
      const outcomes = await atOnce(copy, walletLock(wallet), reversals);
      assert.deepEqual(tally(outcomes), { done: 1, already_reversed: ATTEMPTS - 1 });
      assert.equal(await balanceOf(copy, wallet), balance);
    }
  },
};
