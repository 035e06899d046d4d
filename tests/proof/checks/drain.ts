import assert from "node:assert/strict";
import { atOnce, tally, walletLock } from "../at-once";
import type { Check } from "../check";
import { grant, spend } from "../postings";
import { balanceOf, openTown, openWallet } from "../town";

export const drain: Check = {
  name: "a wallet drained by 30 payments at once pays what it holds and no more",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    for (let n = 0; n < 5; n += 1) await grant(copy, town, wallet, 20);
    const payments = Array.from({ length: 30 }, () => () => spend(copy, town, wallet, 10));
    const outcomes = await atOnce(copy, walletLock(wallet), payments);
    assert.deepEqual(tally(outcomes), { done: 10, insufficient_points: 20 });
    assert.equal(await balanceOf(copy, wallet), 0);
    assert.deepEqual([...(await copy.admin`select 1 from open_lots where account_id = ${wallet.account}`)], []);
  },
};
