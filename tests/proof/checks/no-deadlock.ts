import assert from "node:assert/strict";
import { atOnce, budgetLock, tally } from "../at-once";
import type { Check } from "../check";
import { grant, reverse } from "../postings";
import { openTown, openWallets } from "../town";

const WALLETS = 15;
const POINTS = 50;

export const noDeadlock: Check = {
  name: "grants and corrections that cross wait for each other, and both come through",
  async run(copy) {
    // Less left in each slice than one grant takes, so that each needs them all.
    const town = await openTown(copy, 3 * WALLETS * POINTS);
    const wallets = await openWallets(copy, WALLETS);
    const mistaken: string[] = [];
    for (const wallet of wallets) mistaken.push(await grant(copy, town, wallet, POINTS));
    const crossing = wallets.flatMap((wallet, n) => [
      () => grant(copy, town, wallet, POINTS),
      () => reverse(copy, String(mistaken[n])),
    ]);
    assert.deepEqual(tally(await atOnce(copy, budgetLock(town), crossing)), { done: 2 * WALLETS });
  },
};
