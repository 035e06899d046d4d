import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findPostingRefusal, type PostingRefusal } from "./decide-refusal";

export type MergeOrder = { mergeId: string; fromAccountId: number; intoAccountId: number; actor: string };
/** Points that went over; zero where the wallet was empty, and nothing was posted. */
export type MovedPoints = { points: number };

/**
 * Moves all lots of one wallet into another through the merge's own account, once. May refuse `insufficient_points` (some are held), `own_wallet`,
 * `event_key_conflict`.
 */
export const postMerge = (tx: Transaction, { mergeId, fromAccountId, intoAccountId, actor }: MergeOrder) =>
  run(
    tx,
    sql`select points from post_merge(${newId()}::uuid, ${newId()}::uuid, ${mergeId}::uuid, ${fromAccountId}::bigint,
      ${intoAccountId}::bigint, ${actor})`,
  );

export type UndoOrder = { mergeId: string; actor: string; reason: string; graceDays: number };

/** Gives what is left of the very lots back, once; what was spent stays spent. May refuse `insufficient_points`, `own_wallet`. */
export const undoMerge = (tx: Transaction, { mergeId, actor, reason, graceDays }: UndoOrder) =>
  run(
    tx,
    sql`select points from undo_merge(${newId()}::uuid, ${newId()}::uuid, ${mergeId}::uuid, ${actor}, ${reason}, ${graceDays}::int)`,
  );

async function run(tx: Transaction, call: ReturnType<typeof sql>): Promise<Result<MovedPoints, PostingRefusal>> {
  try {
    const [row] = await tx.execute<{ points: number | null }>(call);
    return ok({ points: row?.points ?? 0 });
  } catch (thrown) {
    const reason = findPostingRefusal(thrown);
    if (reason) return refuse(reason);
    throw thrown;
  }
}
