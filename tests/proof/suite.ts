import { AssertionError } from "node:assert/strict";
import type { Check } from "./check";
import { allowedWays } from "./checks/allowed-ways";
import { budgetCeiling } from "./checks/budget-ceiling";
import { changeRefused } from "./checks/change-refused";
import { drain } from "./checks/drain";
import { earliestFirst } from "./checks/earliest-first";
import { noDeadlock } from "./checks/no-deadlock";
import { numbersGapless } from "./checks/numbers-gapless";
import { reversedOnce } from "./checks/reversed-once";
import { twins } from "./checks/twins";
import { verified } from "./checks/verified";
import type { Copy } from "./copy";

/** The suite, quick checks first and verification last; killing the server comes on top where there is one to kill. */
export const checks: readonly Check[] = [
  earliestFirst,
  twins,
  drain,
  reversedOnce,
  allowedWays,
  changeRefused,
  numbersGapless,
  noDeadlock,
  budgetCeiling,
  verified,
];

/** `isFound`: an assertion of the check does not hold; otherwise the check itself broke off, which says nothing of the ledger. */
export type Failure = { check: string; why: string; isFound: boolean };

/** The first check that does not hold on this copy; undefined when all of them do. */
export async function findFailure(copy: Copy, suite: readonly Check[]): Promise<Failure | undefined> {
  for (const { name, run } of suite) {
    try {
      await run(copy);
    } catch (thrown) {
      const [why = ""] = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n");
      return { check: name, why, isFound: thrown instanceof AssertionError };
    }
  }
  return undefined;
}
