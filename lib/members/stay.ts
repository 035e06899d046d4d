import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Result } from "@/lib/shared/result";
import { decideStay, type StayRefusal } from "./decide-leaving";
import { lockMembership } from "./lock-membership";
import { recordMemberEvent } from "./record-event";

/** Undoes a withdrawal before its day; for whoever did not ask for one nothing changes. Refuses `too_late`. */
export function stay(memberId: string, at: Date): Promise<Result<{ isRepeat: boolean }, StayRefusal>> {
  return db.transaction(async (tx) => {
    const decided = decideStay(await lockMembership(tx, memberId), at);
    if (!decided.ok || decided.value.isRepeat) return decided;
    await tx.update(members).set({ state: "active", leavesAt: null }).where(eq(members.id, memberId));
    await recordMemberEvent(tx, { memberId, kind: "stayed", actor: `member:${memberId}` }, at);
    return decided;
  });
}
