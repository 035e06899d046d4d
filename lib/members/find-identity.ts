import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { memberIdentities, members } from "@/db/schema";
import type { KnownIdentity } from "./decide-identity";

/** A person at a provider: the issuer and the keyed hash of its `sub`. */
export type Identity = { issuer: string; subjectIndex: Uint8Array };

/** Makes two who show the same identity at once wait for each other, until the transaction ends. */
export async function lockIdentity(tx: Transaction, { subjectIndex }: Identity): Promise<void> {
  const hex = Buffer.from(subjectIndex).toString("hex");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hex}, 1))`);
}

/** The membership that a live identity belongs to. */
export async function findIdentity(
  database: Database,
  { issuer, subjectIndex }: Identity,
): Promise<KnownIdentity | undefined> {
  const [found] = await database
    .select({ identityId: memberIdentities.id, memberId: members.id, state: members.state })
    .from(memberIdentities)
    .innerJoin(members, eq(members.id, memberIdentities.memberId))
    .where(
      and(
        eq(memberIdentities.issuer, issuer),
        eq(memberIdentities.subjectIndex, subjectIndex),
        isNull(memberIdentities.removedAt),
      ),
    );
  return found;
}
