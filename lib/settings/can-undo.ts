import { db } from "@/db/client";
import { decideUndo } from "./decide-undo";
import { findLastChange, readSettings } from "./queries";

/** Whether there is a step to go back. */
export const canUndoSettings = async (): Promise<boolean> =>
  decideUndo(await findLastChange(db), await readSettings(db)).ok;
