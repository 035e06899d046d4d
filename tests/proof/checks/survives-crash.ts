import assert from "node:assert/strict";
import { killPostgres, startKilledPostgres } from "../../support/kill-postgres";
import type { Check } from "../check";
import type { Copy } from "../copy";
import { grant } from "../postings";
import { openTown, openWallets, type Town, type Wallet } from "../town";

const CLIENTS = 8;
/** Grants that have been answered when the server is killed. */
const ANSWERED = 60;

/** Grants one after the other, noting each that was answered, until the server is gone. */
async function grantUntilGone(copy: Copy, town: Town, wallet: Wallet, answered: string[]): Promise<void> {
  try {
    for (;;) answered.push(await grant(copy, town, wallet, 1));
  } catch (thrown) {
    if ((thrown as { code?: string }).code === "KP001") throw thrown;
  }
}

async function grantUntilKilled(copy: Copy, dir: string): Promise<string[]> {
  const town = await openTown(copy, 1_000_000);
  const wallets = await openWallets(copy, CLIENTS);
  const answered: string[] = [];
  const clients = wallets.map((wallet) => grantUntilGone(copy, town, wallet, answered));
  while (answered.length < ANSWERED) await new Promise((resolve) => setTimeout(resolve, 1));
  await killPostgres(dir);
  await Promise.all(clients);
  return answered;
}

export const SURVIVES_CRASH = "what was answered is there after the server was killed";

/** The check for a server on `dir`: it kills it in the middle of grants and starts it again. */
export const survivesCrash = (dir: string): Check => ({
  name: SURVIVES_CRASH,
  async run(copy) {
    const answered = await grantUntilKilled(copy, dir);
    startKilledPostgres(dir);
    const kept = await copy.admin`select 1 from transfers where public_id = any(${answered}::uuid[])`;
    assert.equal(kept.length, answered.length, "answered grants were lost");
  },
});
