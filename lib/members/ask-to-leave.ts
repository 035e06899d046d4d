import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { getSettings } from "@/lib/settings/queries";
import { cityDay } from "@/lib/shared/city-time";
import { ok, type Result } from "@/lib/shared/result";
import { decideLeaving, type LeavingRefusal } from "./decide-leaving";
import { lockMembership } from "./lock-membership";
import { recordMemberEvent } from "./record-event";

/**
 * Begins a member's withdrawal, which is carried out `withdrawal_days` later unless they stay: until then nothing is earned or spent. Asked for
 * again it keeps its first day. Refuses `not_a_member`.
 */
export async function askToLeave(memberId: string, at: Date): Promise<Result<{ leavesAt: Date }, LeavingRefusal>> {
  const { withdrawal_days } = await getSettings();
  return db.transaction(async (tx) => {
    const decided = decideLeaving(await lockMembership(tx, memberId), withdrawal_days, at);
    if (!decided.ok) return decided;
    const { leavesAt, isRepeat } = decided.value;
    if (isRepeat) return ok({ leavesAt });
    await tx.update(members).set({ state: "leaving", leavesAt }).where(eq(members.id, memberId));
    const detail = { on: cityDay(leavesAt) };
    await recordMemberEvent(tx, { memberId, kind: "asked_to_leave", actor: `member:${memberId}`, detail }, at);
    return ok({ leavesAt });
  });
}
