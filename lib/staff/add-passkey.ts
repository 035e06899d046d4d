import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import type { Registration } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { type RegisterRefusal, registerPasskey } from "@/lib/passkeys/register-passkey";
import type { Result } from "@/lib/shared/result";
import { lockStaff } from "./lock-staff";

/** Adds a passkey to those of the person who is signed in. One that is refused spends its challenge and leaves a denied row. */
export function addPasskey(
  wish: { browserHash: Uint8Array; registration: Registration; label: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ passkeyId: string }, RegisterRefusal>> {
  const { staffId } = actor;
  const act = { act: "add_factor", targetKind: "staff", targetId: staffId } as const;
  return db.transaction(async (tx) => {
    await lockStaff(tx, staffId);
    const made = await registerPasskey(tx, staffKeys, { ownerId: staffId, ...wish }, at);
    if (made.ok) {
      const after = { factor: "passkey", factorId: made.value.passkeyId };
      await recordAct(tx, actor, { ...act, outcome: "done", after }, at);
    } else await recordAct(tx, actor, { ...act, outcome: "denied", reason: made.reason }, at);
    return made;
  });
}
