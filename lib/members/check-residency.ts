import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { getSettings } from "@/lib/settings/queries";
import { addDays, type CityDay, cityDay } from "@/lib/shared/city-time";
import { ok, type Result } from "@/lib/shared/result";
import { decideResidencyCheck, type ResidencyRefusal } from "./decide-residency";
import { recordMemberEvent } from "./record-event";

/**
 * Keeps that staff saw at the counter where the member lives; it counts for `residency_valid_days`. On the same day again nothing changes.
 * Refuses `unknown_member` and `own_wallet`.
 */
export async function checkResidency(
  memberId: string,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ validUntil: CityDay }, ResidencyRefusal>> {
  const { residency_valid_days } = await getSettings();
  const validUntil = addDays(cityDay(at), residency_valid_days);
  const act = { act: "check_residency", targetKind: "member", targetId: memberId } as const;
  const answer = await db.transaction(async (tx) => {
    const member = await lockFacts(tx, memberId, actor.staffId);
    const decided = decideResidencyCheck(member);
    if (!decided.ok) return decided;
    const before = { tie: member?.tie ?? null, validUntil: member?.validUntil ?? null };
    if (before.tie === "resident" && before.validUntil === validUntil) return ok({ validUntil });
    const checked = {
      tie: "resident",
      residencyCheckedBy: "counter",
      residencyCheckedAt: at,
      residencyValidUntil: validUntil,
    };
    await tx.update(members).set(checked).where(eq(members.id, memberId));
    await recordAct(tx, actor, { ...act, outcome: "done", before, after: { tie: "resident", validUntil } }, at);
    const own = {
      memberId,
      kind: "residency_checked",
      actor: `staff:${actor.staffId}`,
      detail: { until: validUntil },
    } as const;
    await recordMemberEvent(tx, own, at);
    return ok({ validUntil });
  });
  return recordDenied(answer, actor, act, at);
}

async function lockFacts(tx: Transaction, memberId: string, staffId: string) {
  const [found] = await tx
    .select({
      state: members.state,
      tie: members.tie,
      validUntil: members.residencyValidUntil,
      isOwn: sql<boolean>`is_own_member(${staffId}::uuid, ${members.id})`,
    })
    .from(members)
    .where(eq(members.id, memberId))
    .for("update");
  return found;
}
