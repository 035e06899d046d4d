import { db, type Transaction } from "@/db/client";
import { staffTotps } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { staffKeys } from "@/lib/passkeys/keys";
import { removePasskey } from "@/lib/passkeys/live-passkeys";
import type { Result } from "@/lib/shared/result";
import { decideRemoval, type LiveFactor } from "./decide-removal";
import { listFactors } from "./list-factors";
import { liveTotp } from "./live-factors";
import { lockStaff } from "./lock-staff";

async function listLive(tx: Transaction, staffId: string): Promise<LiveFactor[]> {
  const { passkeys, totp } = await listFactors(staffId, tx);
  const keys = passkeys.map(({ id }) => ({ id, kind: "passkey" }) as const);
  return totp ? [...keys, { id: totp.id, kind: "totp" }] : keys;
}

async function take(tx: Transaction, { id, kind }: LiveFactor, staffId: string, at: Date): Promise<void> {
  if (kind === "totp") await tx.update(staffTotps).set({ removedAt: at }).where(liveTotp(staffId));
  else await removePasskey(tx, staffKeys, { ownerId: staffId, passkeyId: id }, at);
}

/** Removes one's own factor, from the next sign-in on; the last one stays. Refuses `unknown_factor`, `last_factor`. */
export async function removeFactor(
  { factorId }: { factorId: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<LiveFactor, "unknown_factor" | "last_factor">> {
  const { staffId } = actor;
  const target = { act: "remove_factor", targetKind: "staff", targetId: staffId } as const;
  const answer = await db.transaction(async (tx) => {
    await lockStaff(tx, staffId);
    const decided = decideRemoval(await listLive(tx, staffId), factorId);
    if (!decided.ok) return decided;
    await take(tx, decided.value, staffId, at);
    const before = { factor: decided.value.kind, factorId };
    await recordAct(tx, actor, { ...target, outcome: "done", before }, at);
    return decided;
  });
  return recordDenied(answer, actor, { ...target, after: { factorId } }, at);
}
