import { and, asc, eq, isNull } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { identityProviders, memberCards, memberIdentities, members } from "@/db/schema";
import { openField } from "@/lib/open-field";
import { memberKeys } from "@/lib/passkeys/keys";
import { listPasskeys } from "@/lib/passkeys/live-passkeys";
import { decideMaskedEmail } from "./decide-masked-email";
import type { WaysIn } from "./decide-way-in";

/** The member's own address, opened: to be written to or masked. */
export async function findOwnEmail(memberId: string): Promise<string | null> {
  const [own] = await db.select({ email: members.emailEncrypted }).from(members).where(eq(members.id, memberId));
  return openField(own?.email ?? null);
}

/** Accounts at providers that open something, oldest first; `name` null where the provider is listed no more. */
const listIdentities = (database: Database, memberId: string) =>
  database
    .select({
      id: memberIdentities.id,
      name: identityProviders.name,
      issuer: memberIdentities.issuer,
      linkedAt: memberIdentities.linkedAt,
      lastUsedAt: memberIdentities.lastUsedAt,
    })
    .from(memberIdentities)
    .leftJoin(identityProviders, eq(identityProviders.issuer, memberIdentities.issuer))
    .where(and(eq(memberIdentities.memberId, memberId), isNull(memberIdentities.removedAt)))
    .orderBy(asc(memberIdentities.linkedAt), asc(memberIdentities.id));

/** Everything by which a member comes in; of the e-mail address only enough to know it again. */
export async function getWaysIn(memberId: string, database: Database = db) {
  const [own] = await database
    .select({ email: members.emailEncrypted, admittedBy: members.admittedBy })
    .from(members)
    .where(eq(members.id, memberId));
  const email = openField(own?.email ?? null);
  const identities = await listIdentities(database, memberId);
  const passkeys = await listPasskeys(memberKeys, memberId, database);
  const liveCard = and(eq(memberCards.memberId, memberId), isNull(memberCards.revokedAt));
  return {
    email: email && decideMaskedEmail(email),
    passkeys,
    identities,
    hasCard: (await database.$count(memberCards, liveCard)) > 0,
    isOfCounter: Boolean(own?.admittedBy),
  };
}
export type ShownWays = Awaited<ReturnType<typeof getWaysIn>>;

/** The same, as the rule looks at them. */
export function describeWays({ email, passkeys, identities, hasCard, isOfCounter }: ShownWays): WaysIn {
  const own = [
    ...(email ? [{ kind: "email", id: "email" } as const] : []),
    ...passkeys.map(({ id }) => ({ kind: "passkey", id }) as const),
    ...identities.map(({ id }) => ({ kind: "identity", id }) as const),
  ];
  return { own, hasCard, isOfCounter };
}
