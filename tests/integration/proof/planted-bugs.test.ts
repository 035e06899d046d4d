import { expect, inject, test } from "vitest";
import { onCopy } from "../../proof/copy";
import type { PlantedBug } from "../../proof/plant";
import { budgetReadThenWritten } from "../../proof/planted-bugs/budget-read-then-written";
import { noWalletLock } from "../../proof/planted-bugs/no-wallet-lock";
import { checks, findFailure } from "../../proof/suite";
import { TEMPLATE } from "../../support/template-database";

const server = inject("serverUrl");

/** The check that fails first on a copy with the bug; undefined when all of them hold. */
const catcherOf = (bug?: PlantedBug) =>
  onCopy(server, TEMPLATE, async (copy) => {
    await bug?.plant(copy.admin, copy.name);
    return (await findFailure(copy, checks))?.check;
  });

test("the checks of the proof find nothing in the ledger as it is", async () => {
  expect(await catcherOf()).toBeUndefined();
});

test.each([
  [noWalletLock, "twins at once are one event"],
  [budgetReadThenWritten, "40 grants at once stop at the budget"],
])("a planted bug is caught: $name", async (bug, check) => {
  expect(await catcherOf(bug)).toBe(check);
});

test("a bug whose text the ledger no longer holds is not planted in vain", async () => {
  const planted = onCopy(server, TEMPLATE, async (copy) => {
    await noWalletLock.plant(copy.admin, copy.name);
    await noWalletLock.plant(copy.admin, copy.name);
  });
  await expect(planted).rejects.toThrow("lock_wallet does not hold what the bug changes");
});
