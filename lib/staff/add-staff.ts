import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { sections, staff } from "@/db/schema";
import { recordAct } from "@/lib/audit/record-act";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { indexEmail } from "@/lib/shared/index-email";
import { seal } from "@/lib/shared/seal";
import { giveRoles } from "./give-roles";
import type { StaffDetails } from "./input";

async function ensureSection(tx: Transaction, { section: name, kind }: StaffDetails): Promise<string> {
  await tx
    .insert(sections)
    .values({ id: newId(), name, ...(kind && { kind }) })
    .onConflictDoNothing({ target: sections.name });
  const [found] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.name, name));
  if (!found) throw new Error("a section that was just ensured is not there");
  return found.id;
}

async function getStaffByEmail(tx: Transaction, emailIndex: Uint8Array) {
  const [found] = await tx
    .select({ staffId: staff.id, sectionId: staff.sectionId })
    .from(staff)
    .where(eq(staff.emailIndex, emailIndex));
  if (!found) throw new Error("staff with this address is not there");
  return found;
}

/**
 * Makes a person known at /admin, with roles, and makes the section when it is new; an invitation lets them enrol. An address that is staff
 * already stays as it is (`isRepeat`). Run from the machine, not from a page: the audit names the new person as the one who acted.
 */
export function addStaff(
  details: StaffDetails,
  at: Date,
): Promise<{ staffId: string; sectionId: string; isRepeat: boolean }> {
  const { name, email, roles = [], everywhere = true } = details;
  const emailIndex = indexEmail(env.INDEX_KEY, email);
  return db.transaction(async (tx) => {
    const sectionId = await ensureSection(tx, details);
    const id = newId();
    const [added] = await tx
      .insert(staff)
      .values({ id, sectionId, name, emailEncrypted: seal(env.FIELD_KEYS, email), emailIndex, createdAt: at })
      .onConflictDoNothing({ target: staff.emailIndex })
      .returning({ id: staff.id });
    if (!added) return { ...(await getStaffByEmail(tx, emailIndex)), isRepeat: true };
    const holdings = roles.map((role) => ({ role, sectionId: everywhere ? null : sectionId }));
    await giveRoles(tx, id, holdings, null, at);
    const after = { sectionId, roles, everywhere };
    const act = { act: "add_staff", outcome: "done", targetKind: "staff", targetId: id, after } as const;
    await recordAct(tx, { staffId: id, requestId: null }, act, at);
    return { staffId: id, sectionId, isRepeat: false };
  });
}
