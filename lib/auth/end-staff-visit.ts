import "server-only";
import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { dropCookie, STAFF_COOKIE } from "./cookies";
import { endStaffSession } from "./start-session";

/** Signs a member of staff out of this browser; an audited act. Only in an action. */
export async function endStaffVisit(actor: StaffActor, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await endStaffSession(tx);
    const act = { act: "sign_out", outcome: "done", targetKind: "staff", targetId: actor.staffId } as const;
    await recordAct(tx, actor, act, at);
  });
  await dropCookie(STAFF_COOKIE);
}
