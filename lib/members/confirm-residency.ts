import { eq, or, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { getSettings } from "@/lib/settings/queries";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { ok, type Result } from "@/lib/shared/result";
import { decideVouching, type VouchingRefusal } from "./decide-residency-proof";
import { type Identity, lockIdentity } from "./find-identity";
import { recordMemberEvent } from "./record-event";

const unvouched = {
  residencyCheckedBy: null,
  residencyCheckedAt: null,
  residencyValidUntil: null,
  residencySubjectIndex: null,
};

type Vouching = Identity & {
  memberId: string;
  /** The provider's key. */
  provider: string;
};

/**
 * Notes that an account at a provider has shown where the member lives, and that this counts for `residency_valid_days`. Once more moves the day
 * on. The account goes on standing for this membership when its check is over or taken back, or else it would show one member after another.
 * Refuses `membership_ended`, and `residency_taken` where the account stands for somebody else.
 */
export async function confirmResidency(
  { memberId, provider, ...identity }: Vouching,
  at: Date,
): Promise<Result<null, VouchingRefusal>> {
  const { residency_valid_days } = await getSettings();
  const residencyValidUntil = addDays(cityDay(at), residency_valid_days);
  const { subjectIndex } = identity;
  return db.transaction(async (tx) => {
    await lockIdentity(tx, identity);
    const { own, holder } = await lockSides(tx, memberId, subjectIndex);
    const decided = decideVouching(own, holder);
    if (!decided.ok) return decided;
    if (holder && decided.value === "moves")
      await tx.update(members).set(unvouched).where(eq(members.id, holder.memberId));
    const checked = { residencyCheckedBy: provider, residencyCheckedAt: at, residencyValidUntil };
    await tx
      .update(members)
      .set({ ...checked, residencySubjectIndex: subjectIndex })
      .where(eq(members.id, memberId));
    const detail = { provider, until: residencyValidUntil };
    await recordMemberEvent(tx, { memberId, kind: "residency_checked", actor: `member:${memberId}`, detail }, at);
    return ok(null);
  });
}

/** The member and whom the account stands for, locked in id order as a merge locks them. */
async function lockSides(tx: Transaction, memberId: string, subjectIndex: Uint8Array) {
  const isHolder = eq(members.residencySubjectIndex, subjectIndex);
  const sides = await tx
    .select({
      memberId: members.id,
      state: members.state,
      isHolder: sql<boolean>`coalesce(${isHolder}, false)`,
      isSamePerson: sql<boolean>`${members.id} in (select same_person(${memberId}::uuid))`,
    })
    .from(members)
    .where(or(eq(members.id, memberId), isHolder))
    .orderBy(members.id)
    .for("no key update");
  return {
    own: sides.find((side) => side.memberId === memberId),
    holder: sides.find((side) => side.isHolder),
  };
}
