import type { PlantedBug } from "./plant";
import { answeredBeforeWritten } from "./planted-bugs/answered-before-written";
import { anyWayAllowed } from "./planted-bugs/any-way-allowed";
import { bodyNotCompared } from "./planted-bugs/body-not-compared";
import { budgetReadThenWritten } from "./planted-bugs/budget-read-then-written";
import { latestLotFirst } from "./planted-bugs/latest-lot-first";
import { lockAfterRead } from "./planted-bugs/lock-after-read";
import { locksSwapped } from "./planted-bugs/locks-swapped";
import { lotsNotCompared } from "./planted-bugs/lots-not-compared";
import { mayGoBelowZero } from "./planted-bugs/may-go-below-zero";
import { noEventKey } from "./planted-bugs/no-event-key";
import { noWalletLock } from "./planted-bugs/no-wallet-lock";
import { numberWithoutLock } from "./planted-bugs/number-without-lock";
import { reversedTwice } from "./planted-bugs/reversed-twice";
import { rowsMayChange } from "./planted-bugs/rows-may-change";

export const plantedBugs: readonly PlantedBug[] = [
  noEventKey,
  bodyNotCompared,
  noWalletLock,
  lockAfterRead,
  mayGoBelowZero,
  budgetReadThenWritten,
  locksSwapped,
  latestLotFirst,
  reversedTwice,
  numberWithoutLock,
  anyWayAllowed,
  lotsNotCompared,
  rowsMayChange,
  answeredBeforeWritten,
];
