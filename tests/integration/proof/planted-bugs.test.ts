import { expect, inject, test } from "vitest";
import { settle } from "../../proof/at-once";
import type { Check } from "../../proof/check";
import { type Copy, onCopy } from "../../proof/copy";
import type { PlantedBug } from "../../proof/plant";
import { budgetReadThenWritten } from "../../proof/planted-bugs/budget-read-then-written";
import { noWalletLock } from "../../proof/planted-bugs/no-wallet-lock";
import { expectCaught } from "../../proof/promises/planted-bugs";
import { checks, findFailure } from "../../proof/suite";
import { TEMPLATE } from "../../support/template-database";

const server = inject("serverUrl");

/** The first failure of a check on a copy with the bug; undefined when all of them hold. */
const failureOf = (bug?: PlantedBug) =>
  onCopy(server, TEMPLATE, async (copy) => {
    await bug?.plant(copy.admin, copy.name);
    return findFailure(copy, checks);
  });

/** A posting whose connection is gone before its answer. */
const endOneself = async ({ app }: Copy) => {
  await app`select pg_terminate_backend(pg_backend_pid())`;
  return "done";
};

test("the checks of the proof find nothing in the ledger as it is", async () => {
  expect(await failureOf()).toBeUndefined();
});

test.each([noWalletLock, budgetReadThenWritten])("a planted bug is caught by its own check: $name", async (bug) => {
  expectCaught(await failureOf(bug), bug);
});

test("a bug that only another check finds, or a check that broke off, or none, is not caught", async () => {
  const found = { check: noWalletLock.caughtBy, why: "", isFound: true };
  expect(() => expectCaught(found, noWalletLock)).not.toThrow();
  expect(() => expectCaught(undefined, noWalletLock)).toThrow("no check caught it");
  expect(() => expectCaught({ ...found, check: "another" }, noWalletLock)).toThrow("caught by “another”");
  const lost: Check = { name: noWalletLock.caughtBy, run: (copy) => settle(endOneself(copy)).then(() => undefined) };
  const failure = await onCopy(server, TEMPLATE, (copy) => findFailure(copy, [lost]));
  expect(() => expectCaught(failure, noWalletLock)).toThrow("broke off");
});

test("a bug whose text the ledger no longer holds is not planted in vain", async () => {
  const planted = onCopy(server, TEMPLATE, async (copy) => {
    await noWalletLock.plant(copy.admin, copy.name);
    await noWalletLock.plant(copy.admin, copy.name);
  });
  await expect(planted).rejects.toThrow("lock_wallet does not hold what the bug changes");
});
