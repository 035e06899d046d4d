import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members, sections, staff } from "@/db/schema";

/** What a member of staff sees of their own account. */
export async function getAccount(staffId: string) {
  const [found] = await db
    .select({ name: staff.name, section: sections.name, memberNumber: members.number })
    .from(staff)
    .innerJoin(sections, eq(sections.id, staff.sectionId))
    .leftJoin(members, eq(members.id, staff.memberId))
    .where(eq(staff.id, staffId));
  if (!found) throw new Error("there is no such member of staff");
  return found;
}
