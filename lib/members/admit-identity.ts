import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberIdentities, members } from "@/db/schema";
import { openAccount } from "@/lib/ledger/open-account";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import { decideEntry } from "./decide-identity";
import { findIdentity, type Identity, lockIdentity } from "./find-identity";
import { shareMember } from "./lock-member";

type Entered = { memberId: string; identityId: string };

async function openMembership(tx: Transaction, identity: Identity, at: Date): Promise<Entered> {
  const [memberId, identityId] = [newId(), newId()];
  const accountId = await openAccount(tx, "member", memberId);
  await tx.insert(members).values({ id: memberId, accountId, joinedAt: at });
  await tx.insert(memberIdentities).values({ id: identityId, memberId, ...identity, linkedAt: at, lastUsedAt: at });
  return { memberId, identityId };
}

/**
 * The member whom a provider vouches for; the first time opens account, wallet and membership in the caller's transaction. Two first times at
 * once get the same member. An e-mail address that the provider knows is not looked at: who has it here may be somebody else.
 */
export async function admitIdentity(
  tx: Transaction,
  identity: Identity,
  at: Date,
): Promise<Result<Entered, "membership_ended">> {
  await lockIdentity(tx, identity);
  const seen = await findIdentity(tx, identity);
  if (seen) await shareMember(tx, seen.memberId);
  const known = seen && (await findIdentity(tx, identity));
  if (!known) return ok(await openMembership(tx, identity, at));
  const entry = decideEntry(known);
  if (!entry.ok) return entry;
  await tx.update(memberIdentities).set({ lastUsedAt: at }).where(eq(memberIdentities.id, known.identityId));
  return ok({ memberId: known.memberId, identityId: known.identityId });
}
