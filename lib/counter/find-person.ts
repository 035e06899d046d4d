import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members } from "@/db/schema";
import { openField } from "@/lib/open-field";
import type { PersonFacts } from "./decide-person";

/** What a person can be recognised by, opened: to be compared with an answer, never shown. Whoever has left is nobody. */
export async function findPerson(
  database: Database,
  memberId: string,
): Promise<(PersonFacts & { admittedBy: string | null; joinedAt: Date }) | undefined> {
  const [found] = await database
    .select({
      number: members.number,
      bornOn: members.bornOnEncrypted,
      phone: members.phoneEncrypted,
      email: members.emailEncrypted,
      admittedBy: members.admittedBy,
      joinedAt: members.joinedAt,
    })
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.leftAt)));
  return (
    found && { ...found, bornOn: openField(found.bornOn), phone: openField(found.phone), email: openField(found.email) }
  );
}
