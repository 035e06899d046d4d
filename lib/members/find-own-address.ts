import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { openField } from "@/lib/open-field";

/** A member's e-mail address, for a letter to themself; null where none is known. */
export async function findOwnAddress(memberId: string): Promise<string | null> {
  const [found] = await db.select({ sealed: members.emailEncrypted }).from(members).where(eq(members.id, memberId));
  return openField(found?.sealed ?? null);
}
