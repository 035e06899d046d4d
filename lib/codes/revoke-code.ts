import { and, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { activities, codes } from "@/db/schema";
import { ofProgrammesWithin } from "@/lib/activities/queries";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { Scope } from "@/lib/shared/scope";

export type Revocation = { codeId: string; reason: string };

/** Makes a printed code void, for good: a new one can be issued. Again: changes nothing. Refuses `unknown_code`. */
export async function revokeCode(
  revocation: Revocation,
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ codeId: string }, "unknown_code">> {
  const { codeId, reason } = revocation;
  const act = { act: "revoke_code", targetKind: "code", targetId: codeId } as const;
  const revoked = await db.transaction(async (tx) => {
    const code = await markRevoked(tx, revocation, actor, at);
    if (!code) return false;
    await recordAct(tx, actor, { ...act, outcome: "done", before: { serial: code.serial }, reason }, at);
    return true;
  });
  if (revoked) return ok({ codeId });
  const [known] = await db
    .select({ codeId: codes.id })
    .from(codes)
    .where(and(eq(codes.id, codeId), isWritable(actor.scope)));
  return known ? ok(known) : recordDenied(refuse("unknown_code"), actor, act, at);
}

/** A shop's code, or one of an activity of the scope's programmes. */
const isWritable = (scope: Scope): SQL | undefined => {
  const own = ofProgrammesWithin(scope);
  return (
    own &&
    or(isNotNull(codes.shopId), inArray(codes.activityId, db.select({ id: activities.id }).from(activities).where(own)))
  );
};

/** Takes a live code's life in the caller's transaction; undefined where it has none. Of two at once, one gets it. */
export async function markRevoked(tx: Transaction, { codeId, reason }: Revocation, actor: ScopedActor, at: Date) {
  const [code] = await tx
    .update(codes)
    .set({ revokedAt: at, revokedBy: actor.staffId, revokeReason: reason })
    .where(and(eq(codes.id, codeId), isWritable(actor.scope), isNull(codes.revokedAt)))
    .returning({ serial: codes.serial, activityId: codes.activityId, shopId: codes.shopId });
  return code;
}
