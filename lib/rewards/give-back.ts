import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rewardItems } from "@/db/schema";
import { reverseTransfer } from "@/lib/ledger/reverse-transfer";
import type { PostedTransfer } from "@/lib/ledger/run-posting";
import { getSettings } from "@/lib/settings/queries";
import { type Result, refuse } from "@/lib/shared/result";
import { type ReturnRefusal, readReturnRefusal } from "./decide-return";
import type { Exchange } from "./queries";

/** The points into the very lots, the pieces onto the shelf, in the caller's transaction. A repeat is the ledger's first answer and moves no piece. */
export async function giveBack(
  tx: Transaction,
  { transferId, itemId, pieces }: Pick<Exchange, "transferId" | "itemId" | "pieces">,
  reason: string,
  staffId: string,
): Promise<Result<PostedTransfer, ReturnRefusal>> {
  const { refund_grace_days: graceDays } = await getSettings();
  const reversal = await reverseTransfer(tx, {
    transferId,
    points: null,
    actor: `staff:${staffId}`,
    reason,
    graceDays,
  });
  if (!reversal.ok) return refuse(readReturnRefusal(reversal.reason));
  if (reversal.value.isRepeat) return reversal;
  await tx
    .update(rewardItems)
    .set({ stock: sql`${rewardItems.stock} + ${pieces}` })
    .where(eq(rewardItems.id, itemId));
  return reversal;
}
