import assert from "node:assert/strict";
import { atOnce, budgetLock, tally } from "../at-once";
import type { Check } from "../check";
import type { Copy } from "../copy";
import { grant } from "../postings";
import { openTown, openWallets } from "../town";

const GRANTS = 40;

/** Each grant to a wallet of its own, so that nothing but the budget holds them apart. */
async function expectGranted(copy: Copy, budget: number, points: number, fitting: number) {
  const town = await openTown(copy, budget);
  const wallets = await openWallets(copy, GRANTS);
  const grants = wallets.map((wallet) => () => grant(copy, town, wallet, points));
  const outcomes = await atOnce(copy, budgetLock(town), grants);
  assert.deepEqual(tally(outcomes), { done: fitting, budget_exhausted: GRANTS - fitting });
  const [used] =
    await copy.admin`select sum(used)::int as points from budget_slices where programme_id = ${town.programme}`;
  assert.deepEqual(used, { points: fitting * points });
}

export const budgetCeiling: Check = {
  name: "40 grants at once stop at the budget",
  async run(copy) {
    await expectGranted(copy, 1000, 100, 10);
    await expectGranted(copy, 3205, 100, 32);
  },
};
