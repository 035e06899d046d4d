import assert from "node:assert/strict";
import { newId } from "@/lib/shared/ids";
import { atOnce, settle, tally, walletLock } from "../at-once";
import type { Check } from "../check";
import type { Copy } from "../copy";
import { grant, spend } from "../postings";
import { balanceOf, openTown, openWallet, type Town, type Wallet } from "../town";

const TWINS = 20;

const many = (posting: () => Promise<string>) => Array.from({ length: TWINS }, () => posting);

async function expectOne(copy: Copy, wallet: Wallet, posting: () => Promise<string>, balance: number) {
  const outcomes = await atOnce(copy, walletLock(wallet), many(posting));
  assert.deepEqual(tally(outcomes), { done: TWINS });
  assert.equal(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size, 1, "twins got different transfers");
  assert.equal(await balanceOf(copy, wallet), balance);
}

async function expectConflict(copy: Copy, town: Town, wallet: Wallet, key: string) {
  assert.deepEqual(await settle(grant(copy, town, wallet, 101, { key })), { refused: "event_key_conflict" });
}

export const twins: Check = {
  name: "twins at once are one event",
  async run(copy) {
    const town = await openTown(copy, 100_000);
    const wallet = await openWallet(copy);
    const [earned, paid] = [newId(), newId()];
    await expectOne(copy, wallet, () => grant(copy, town, wallet, 100, { key: earned }), 100);
    await expectOne(copy, wallet, () => spend(copy, town, wallet, 30, paid), 70);
    await expectConflict(copy, town, wallet, earned);
  },
};
