import { db } from "@/db/client";
import type { Registration } from "@/lib/passkeys/input";
import { memberKeys } from "@/lib/passkeys/keys";
import { type RegisterRefusal, registerPasskey } from "@/lib/passkeys/register-passkey";
import type { Result } from "@/lib/shared/result";
import { decideOpen } from "./decide-identity";
import { lockMember } from "./lock-member";
import { recordMemberEvent } from "./record-event";

type Wish = { memberId: string; browserHash: Uint8Array; registration: Registration; label: string };

/** Adds a passkey to a member's ways in. One that is refused spends its challenge; `membership_ended` where the membership ended since. */
export function addPasskey(
  wish: Wish,
  at: Date,
): Promise<Result<{ passkeyId: string }, RegisterRefusal | "membership_ended">> {
  const { memberId } = wish;
  return db.transaction(async (tx) => {
    const open = decideOpen((await lockMember(tx, memberId)).state);
    if (!open.ok) return open;
    const made = await registerPasskey(tx, memberKeys, { ownerId: memberId, ...wish }, at);
    if (!made.ok) return made;
    await recordMemberEvent(tx, { memberId, kind: "added_passkey", actor: `member:${memberId}` }, at);
    return made;
  });
}
