import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { members } from "@/db/schema";
import { decideOwed, type Owed } from "./decide-owed";

/** Of a row of `members` in the query around it: whether the newest version of a text lacks their consent. */
export const lacksConsent = sql<boolean>`exists (
  select from legal_texts newest
   where not exists (select from legal_texts t where t.kind = newest.kind and t.version > newest.version)
     and not exists (select from member_consents c
                      where c.member_id = members.id and c.kind = newest.kind and c.version = newest.version))`;

/** What the member still has to answer before they earn or pay; undefined: nothing. */
export async function findOwed(database: Database, memberId: string): Promise<Owed | undefined> {
  const [found] = await database
    .select({ registeredAt: members.registeredAt, lacksConsent })
    .from(members)
    .where(eq(members.id, memberId));
  return found && decideOwed(found);
}
