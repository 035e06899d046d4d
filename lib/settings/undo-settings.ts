import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result } from "@/lib/shared/result";
import { decideUndo, type UndoRefusal } from "./decide-undo";
import { findLastChange, readSettings } from "./queries";
import { lockSettings, writeSettings } from "./write-settings";

const act = { act: "undo_settings", targetKind: "settings", targetId: "city" } as const;

/** Puts the settings back to what they were before the latest change, as the trail has it. Refuses `nothing_to_undo`, `changed_since`. */
export async function undoSettings(actor: StaffActor, at: Date): Promise<Result<null, UndoRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<null, UndoRefusal>> => {
    await lockSettings(tx);
    const now = await readSettings(tx);
    const decided = decideUndo(await findLastChange(tx), now);
    if (!decided.ok) return decided;
    const after = decided.value;
    const before = Object.fromEntries(Object.keys(after).map((key) => [key, now[key as keyof typeof now]]));
    await writeSettings(tx, after, at);
    await recordAct(tx, actor, { ...act, outcome: "done", before, after }, at);
    return ok(null);
  });
  return recordDenied(answer, actor, act, at);
}
