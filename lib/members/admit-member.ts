import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { openAccount } from "@/lib/ledger/open-account";
import { newId } from "@/lib/shared/ids";
import { holdsAddress } from "./holds-address";
import { lockAddress } from "./lock-member";

export type ProvenEmail = { emailIndex: Uint8Array; emailEncrypted: Uint8Array };

/**
 * The member of a proven e-mail address; the first proof opens account, wallet and membership in the caller's transaction. Two simultaneous
 * first proofs wait for each other and get the same member. `emailIndex` is the keyed hash, `emailEncrypted` the sealed address.
 */
export async function admitMember(tx: Transaction, email: ProvenEmail, at: Date): Promise<string> {
  await lockAddress(tx, email.emailIndex);
  // An address that is taken away meanwhile is waited for. Then it is nobody's, or another membership's: a merge or its undoing moves it.
  const known = (await shareHolder(tx, email.emailIndex)) ?? (await shareHolder(tx, email.emailIndex));
  if (known) return known;
  const id = newId();
  const accountId = await openAccount(tx, "member", id);
  await tx.insert(members).values({ id, accountId, ...email, joinedAt: at });
  return id;
}

async function shareHolder(tx: Transaction, emailIndex: Uint8Array): Promise<string | undefined> {
  const [held] = await tx.select({ id: members.id }).from(members).where(holdsAddress(emailIndex)).for("share");
  return held?.id;
}
