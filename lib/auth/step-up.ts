import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { staffSessions } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import type { Assertion } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { lockPasskey, type PasskeyRefusal, verifyAssertion } from "@/lib/passkeys/verify-assertion";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type TotpRefusal, takeTotp } from "@/lib/staff/take-totp";
import type { TooMany } from "./try-code";
import { tryTotp } from "./try-totp";

/** Who proves themselves again, in which session. */
export type Steps = { sessionId: string; actor: StaffActor };

/** Makes the session fresh, or not: one act of the audit in any case. */
async function finish<Reason extends string>(
  tx: Transaction,
  { sessionId, actor }: Steps,
  shown: Result<unknown, Reason>,
  at: Date,
): Promise<Result<"fresh", Reason>> {
  const act = { act: "step_up", targetKind: "staff", targetId: actor.staffId } as const;
  if (!shown.ok) {
    await recordAct(tx, actor, { ...act, outcome: "denied", reason: shown.reason }, at);
    return shown;
  }
  await tx.update(staffSessions).set({ provenAt: at }).where(eq(staffSessions.id, sessionId));
  await recordAct(tx, actor, { ...act, outcome: "done" }, at);
  return ok("fresh");
}

/** `now` is the machine's clock. */
export async function stepUpByTotp(
  { code }: { code: string },
  steps: Steps,
  now: Date,
  at: Date,
): Promise<Result<"fresh", TotpRefusal> | TooMany> {
  const { staffId } = steps.actor;
  const answer = await tryTotp(`step_up:${staffId}`, steps.actor.address ?? "unknown", () =>
    db.transaction(async (tx) => finish(tx, steps, await takeTotp(tx, { staffId, code }, now), at)),
  );
  if (!answer.ok && answer.reason === "too_many_guesses")
    await db.transaction((tx) => finish(tx, steps, refuse(answer.reason), at));
  return answer;
}

export function stepUpByPasskey(
  { browserHash, assertion }: { browserHash: Uint8Array; assertion: Assertion },
  steps: Steps,
  at: Date,
): Promise<Result<"fresh", PasskeyRefusal>> {
  const { staffId } = steps.actor;
  return db.transaction(async (tx) => {
    const passkey = await lockPasskey(tx, staffKeys, assertion);
    if (passkey?.ownerId !== staffId) return finish(tx, steps, refuse("passkey_refused"), at);
    const of = { browserHash, purpose: "step_up", ownerId: staffId } as const;
    return finish(tx, steps, await verifyAssertion(tx, staffKeys, { passkey, of, assertion }, at), at);
  });
}
