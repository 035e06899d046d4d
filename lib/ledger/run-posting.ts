import type { SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findPostingRefusal, type PostingRefusal } from "./decide-refusal";

/** A transfer as the ledger's functions return it. */
export type PostedTransfer = { id: string; points: number; balanceAfter: number; recordedAt: Date; isRepeat: boolean };

type PostedRow = { public_id: string; points: number; balance_after: number; recorded_at: string };

/**
 * Runs one call of a posting function and turns the ledger's refusals into a `Result`; anything else is thrown.
 * Inside a transaction a refusal has poisoned it: return, so that it rolls back.
 * `askedId` is the id that a new transfer would carry: another one coming back means that this was a repeat.
 */
export async function runPosting(
  database: Database,
  askedId: string,
  call: SQL,
): Promise<Result<PostedTransfer, PostingRefusal>> {
  try {
    const [row] = await database.execute<PostedRow>(call);
    if (!row) throw new Error("a posting function returned no row");
    return ok({
      id: row.public_id,
      points: row.points,
      balanceAfter: row.balance_after,
      recordedAt: new Date(row.recorded_at),
      isRepeat: row.public_id !== askedId,
    });
  } catch (thrown) {
    const reason = findPostingRefusal(thrown);
    if (reason) return refuse(reason);
    throw thrown;
  }
}
