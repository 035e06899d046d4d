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
  // An address that is being taken away is waited for, and is nobody's afterwards.
  const isTheirs = eq(members.emailIndex, email.emailIndex);
  const [held] = await tx.select({ id: members.id }).from(members).where(isTheirs).for("key share");
  const known = held && (await findWhoIs(tx, email.emailIndex));
  if (known) return known;
  const id = newId();
  const accountId = await openAccount(tx, "member", id);
  await tx.insert(members).values({ id, accountId, ...email, joinedAt: at });
  return id;
}

/** The member with this address; where their membership was merged, who it is now. */
async function findWhoIs(tx: Transaction, emailIndex: Uint8Array): Promise<string | undefined> {
  const [found] = await tx.execute<{ id: string }>(sql`
    with recursive line (id, merged_into_id) as (
      select id, merged_into_id from members where email_index = ${emailIndex}
      union all
      select m.id, m.merged_into_id from line join members m on m.id = line.merged_into_id)
    select id from line where merged_into_id is null`);
  return found?.id;
}
