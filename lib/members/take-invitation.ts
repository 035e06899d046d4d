import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { testInvitations } from "@/db/schema";
import { env } from "@/lib/env";
import { findCurrentBook } from "@/lib/ledger/current-book";
import { hashWithKey } from "@/lib/shared/keyed-hash";
import { ok, type Result } from "@/lib/shared/result";
import { decideInvitation, type InvitationRefusal, needsInvitation } from "./decide-invitation";

export type Joining = {
  memberId: string;
  /** As `readInvitationCode` gives it; undefined where none was typed. */
  code: string | undefined;
};

export const hashInvitation = (code: string): Buffer => hashWithKey(env.INDEX_KEY, "test_invitation", code);

/**
 * Lets a person join: while the current book is a closed test, uses an invitation up for them. Called by whatever admits or registers a member,
 * in its transaction and after the member's row was written; the same person again needs none. In any other book everybody may join.
 * The database refuses a registered member without one (`invitation_missing`), so it cannot be left out.
 */
export async function takeInvitation(
  tx: Transaction,
  { memberId, code }: Joining,
  at: Date,
): Promise<Result<null, InvitationRefusal>> {
  const book = await findCurrentBook(tx);
  const [own] = await tx
    .select({ id: testInvitations.id })
    .from(testInvitations)
    .where(eq(testInvitations.usedBy, memberId));
  if (!needsInvitation(book?.kind, own !== undefined)) return ok(null);
  const found = code ? await lockInvitation(tx, code) : "untyped";
  const decided = decideInvitation(found, at);
  if (decided.ok && found && found !== "untyped") {
    await tx.update(testInvitations).set({ usedBy: memberId, usedAt: at }).where(eq(testInvitations.id, found.id));
  }
  return decided;
}

/** Of two who type one code at once, the second waits and finds it used. */
async function lockInvitation(tx: Transaction, code: string) {
  const [found] = await tx
    .select()
    .from(testInvitations)
    .where(eq(testInvitations.codeHash, hashInvitation(code)))
    .for("update");
  return found;
}
