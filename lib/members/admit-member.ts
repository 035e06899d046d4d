import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { openAccount } from "@/lib/ledger/open-account";
import { newId } from "@/lib/shared/ids";

export type ProvenEmail = { emailIndex: Uint8Array; emailEncrypted: Uint8Array };

/**
 * The member of a proven e-mail address; the first proof opens account, wallet and membership in the caller's transaction. Two simultaneous
 * first proofs wait for each other and get the same member. `emailIndex` is the keyed hash, `emailEncrypted` the sealed address.
 */
export async function admitMember(tx: Transaction, email: ProvenEmail, at: Date): Promise<string> {
  const hex = Buffer.from(email.emailIndex).toString("hex");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hex}, 0))`);
  const [known] = await tx.select({ id: members.id }).from(members).where(eq(members.emailIndex, email.emailIndex));
  if (known) return known.id;
  const id = newId();
  const accountId = await openAccount(tx, "member", id);
  await tx.insert(members).values({ id, accountId, ...email, joinedAt: at });
  return id;
}
