import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { findCurrentBook } from "@/lib/ledger/current-book";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** What a member answers to whether they stay once the test is over; null: not yet, undefined: there is no test to ask about. */
export async function findStay(memberId: string): Promise<boolean | null | undefined> {
  if ((await findCurrentBook(db))?.kind !== "closed_test") return undefined;
  const [found] = await db.select({ stays: members.staysAfterTest }).from(members).where(eq(members.id, memberId));
  return found?.stays;
}

/** Keeps a member's answer; it may be changed until the test is over. Refuses `no_closed_test`. */
export function answerStay(memberId: string, stays: boolean): Promise<Result<null, "no_closed_test">> {
  return db.transaction(async (tx) => {
    if ((await findCurrentBook(tx))?.kind !== "closed_test") return refuse("no_closed_test");
    await tx.update(members).set({ staysAfterTest: stays }).where(eq(members.id, memberId));
    return ok(null);
  });
}
