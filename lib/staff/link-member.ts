import { and, eq, ne } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { members, staff, staffMemberLinks } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { lockStaff } from "./lock-staff";

export type LinkRefusal = "unknown_member_number" | "member_linked";

async function findMember(tx: Transaction, number: string, staffId: string): Promise<Result<string, LinkRefusal>> {
  const [member] = await tx.select({ id: members.id }).from(members).where(eq(members.number, number)).for("update");
  if (!member) return refuse("unknown_member_number");
  const [other] = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.memberId, member.id), ne(staff.id, staffId)));
  return other ? refuse("member_linked") : ok(member.id);
}

/**
 * Says which member one is as a citizen, by member number: the database then refuses one's acts on that wallet, for good. Another link is
 * replaced on the account page, and goes on binding.
 * Refuses `unknown_member_number`, and `member_linked` where it is somebody else's on the staff.
 */
export async function linkMember(
  { number }: { number: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ memberId: string }, LinkRefusal>> {
  const { staffId } = actor;
  const act = { act: "link_member", targetKind: "staff", targetId: staffId } as const;
  const answer = await db.transaction(async (tx) => {
    await lockStaff(tx, staffId);
    const found = await findMember(tx, number, staffId);
    if (!found.ok) return found;
    const memberId = found.value;
    await tx.insert(staffMemberLinks).values({ staffId, memberId, linkedAt: at }).onConflictDoNothing();
    await tx.update(staff).set({ memberId }).where(eq(staff.id, staffId));
    await recordAct(tx, actor, { ...act, outcome: "done", after: { memberId } }, at);
    return ok({ memberId });
  });
  return recordDenied(answer, actor, act, at);
}
