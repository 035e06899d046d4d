import { db, type Transaction } from "@/db/client";
import type { Result } from "@/lib/shared/result";

/**
 * One transaction for a use case that posts: where `work` answers with a refusal, all of it is undone and the refusal is the answer.
 * Needed because a posting that the ledger refused has poisoned its transaction, and the driver throws at its end even if that was caught.
 */
export async function runTransaction<T, Reason extends string>(
  work: (tx: Transaction) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason>> {
  const held: { answer?: Result<T, Reason> } = {};
  try {
    await db.transaction(async (tx) => {
      held.answer = await work(tx);
      if (!held.answer.ok) tx.rollback();
    });
  } catch (thrown) {
    if (held.answer && !held.answer.ok) return held.answer;
    throw thrown;
  }
  if (!held.answer) throw new Error("a transaction ended without an answer");
  return held.answer;
}
