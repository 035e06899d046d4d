import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { identityProviders, memberIdentities, memberSessions } from "@/db/schema";

/** The key of the provider that opened a session; undefined where a mail or a passkey did. */
export async function findOpener(sessionId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ key: identityProviders.key })
    .from(memberSessions)
    .innerJoin(memberIdentities, eq(memberIdentities.id, memberSessions.identityId))
    .innerJoin(identityProviders, eq(identityProviders.issuer, memberIdentities.issuer))
    .where(eq(memberSessions.id, sessionId));
  return found?.key;
}
