import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import type { Result } from "@/lib/shared/result";
import { type ConfirmRefusal, confirmTotp } from "./confirm-totp";

/**
 * Makes an authenticator app that was just started the one of the person who is signed in; an earlier one goes. A code that does not fit is a
 * slip of the finger and no act. `now` is the machine's clock.
 */
export function addTotp(
  { totpId, code }: { totpId: string; code: string },
  actor: StaffActor,
  now: Date,
  at: Date,
): Promise<Result<"confirmed", ConfirmRefusal>> {
  const { staffId } = actor;
  return db.transaction(async (tx) => {
    const made = await confirmTotp(tx, { staffId, totpId, code }, now, at);
    const act = { act: "add_factor", outcome: "done", targetKind: "staff", targetId: staffId } as const;
    if (made.ok) await recordAct(tx, actor, { ...act, after: { factor: "totp", factorId: totpId } }, at);
    return made;
  });
}
