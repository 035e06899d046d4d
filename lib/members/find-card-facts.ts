import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members } from "@/db/schema";

/** Whether there is such a member, and whether it is the acting person's own membership. */
export async function findCardFacts(
  database: Database,
  memberId: string,
  staffId: string,
): Promise<{ isOwn: boolean } | undefined> {
  const [found] = await database
    .select({ isOwn: sql<boolean>`is_own_member(${staffId}::uuid, ${members.id})` })
    .from(members)
    .where(eq(members.id, memberId));
  return found;
}
