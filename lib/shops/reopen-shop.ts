import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { shops } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findShopClosing } from "./queries";

/** Lets a closed shop take points again, with the code it had. Again: changes nothing. Refuses `unknown_shop`. */
export async function reopenShop(
  { shopId }: { shopId: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_shop">> {
  const act = { act: "reopen_shop", targetKind: "shop", targetId: shopId } as const;
  const reopened = await db.transaction(async (tx) => {
    const changed = await tx
      .update(shops)
      .set({ closedAt: null })
      .where(and(eq(shops.id, shopId), isNotNull(shops.closedAt)))
      .returning({ id: shops.id });
    if (changed.length === 0) return false;
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return true;
  });
  if (reopened || (await findShopClosing(db, shopId))) return ok({ id: shopId });
  return recordDenied(refuse("unknown_shop"), actor, act, at);
}
