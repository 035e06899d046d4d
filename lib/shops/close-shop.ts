import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { shops } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findShopClosing } from "./queries";

/**
 * Ends a shop's partnership: its code takes no points from now on. Its past payments stay. Again: changes nothing.
 * Refuses `unknown_shop`. Undone by `reopenShop`.
 */
export async function closeShop(
  { shopId, reason }: { shopId: string; reason: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_shop">> {
  const act = { act: "close_shop", targetKind: "shop", targetId: shopId } as const;
  const closed = await db.transaction(async (tx) => {
    const changed = await tx
      .update(shops)
      .set({ closedAt: at })
      .where(and(eq(shops.id, shopId), isNull(shops.closedAt)))
      .returning({ id: shops.id });
    if (changed.length === 0) return false;
    await recordAct(tx, actor, { ...act, outcome: "done", reason }, at);
    return true;
  });
  if (closed || (await findShopClosing(db, shopId))) return ok({ id: shopId });
  return recordDenied(refuse("unknown_shop"), actor, act, at);
}
