import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { approvals } from "@/db/schema";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findGuardRefusal, type GuardRefusal } from "./decide-refusal";

type Ending = {
  state: "approved" | "sent_back" | "withdrawn";
  endedAt: Date;
  checkerId?: string;
  note?: string;
  result?: unknown;
};

/** Ends a locked draft for good. What the table's guard refuses has poisoned the transaction: return, so that it rolls back. */
export async function endDraft(tx: Transaction, id: string, ending: Ending): Promise<Result<null, GuardRefusal>> {
  try {
    await tx.update(approvals).set(ending).where(eq(approvals.id, id));
    return ok(null);
  } catch (thrown) {
    const refusal = findGuardRefusal(thrown);
    if (refusal) return refuse(refusal);
    throw thrown;
  }
}
