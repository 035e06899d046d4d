import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { staff } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { lockStaff } from "./lock-staff";

/**
 * Takes one's own link to a member off the account page; on record like its making. What was linked goes on binding (`staff_member_links`): nobody
 * lifts the own-wallet rule from themselves. A repeat changes nothing and is on record, too.
 */
export function unlinkMember(actor: StaffActor, at: Date): Promise<void> {
  const { staffId } = actor;
  return db.transaction(async (tx) => {
    await lockStaff(tx, staffId);
    const [linked] = await tx.select({ memberId: staff.memberId }).from(staff).where(eq(staff.id, staffId));
    await tx.update(staff).set({ memberId: null }).where(eq(staff.id, staffId));
    const act = { act: "unlink_member", outcome: "done", targetKind: "staff", targetId: staffId } as const;
    await recordAct(tx, actor, { ...act, before: { memberId: linked?.memberId ?? null } }, at);
  });
}
