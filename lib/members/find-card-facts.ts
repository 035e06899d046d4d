import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members } from "@/db/schema";
import { openField } from "@/lib/open-field";
import type { Birth } from "./decide-pin";

/** Whether there is such a member, who has not left, whether it is the acting person's own membership or merged into another, and what a PIN must not repeat. */
export async function findCardFacts(
  database: Database,
  memberId: string,
  staffId: string,
): Promise<({ isOwn: boolean; isMerged: boolean } & Birth) | undefined> {
  const [found] = await database
    .select({
      isOwn: sql<boolean>`is_own_member(${staffId}::uuid, ${members.id})`,
      isMerged: sql<boolean>`${members.state} = 'merged'`,
      bornOn: members.bornOnEncrypted,
      birthYear: members.birthYearEncrypted,
    })
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.leftAt)));
  return found && { ...found, bornOn: openField(found.bornOn), birthYear: openField(found.birthYear) };
}
