import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rewardExchanges, rewardItems, transfers } from "@/db/schema";
import { ok, type Result } from "@/lib/shared/result";
import { decideOffer, type OfferRefusal } from "./decide-exchange";
import type { ExchangeInput } from "./input";

/** Takes the pieces from the shelf, looked at again under its lock, and writes what the transfer `transferId` was for. */
export async function handOver(
  tx: Transaction,
  { itemId, pieces, points }: ExchangeInput,
  transferId: string,
): Promise<Result<null, OfferRefusal>> {
  const [item] = await tx.select().from(rewardItems).where(eq(rewardItems.id, itemId)).for("update");
  if (!item) throw new Error("an item of goods that was just exchanged is not there");
  const decided = decideOffer(item, { pieces, points });
  if (!decided.ok) return decided;
  await tx
    .update(rewardItems)
    .set({ stock: sql`${rewardItems.stock} - ${pieces}` })
    .where(eq(rewardItems.id, itemId));
  await tx.insert(rewardExchanges).select(
    tx
      .select({
        transferId: transfers.id,
        itemId: sql<string>`${itemId}::uuid`.as("item_id"),
        pieces: sql<number>`${pieces}::int`.as("pieces"),
        recordedAt: transfers.recordedAt,
      })
      .from(transfers)
      .where(eq(transfers.publicId, transferId)),
  );
  return ok(null);
}
