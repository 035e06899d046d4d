import { db } from "@/db/client";
import { shops } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { openAccount } from "@/lib/ledger/open-account";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { ShopInput } from "./input";
import { hasShopCategory } from "./queries";

/** Makes a shop (協力店) with its account. The same id again changes nothing. Refuses `unknown_category`. */
export async function createShop(
  shop: ShopInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_category">> {
  const act = { act: "create_shop", targetKind: "shop", targetId: shop.id } as const;
  if (!(await hasShopCategory(db, shop.categoryId))) return recordDenied(refuse("unknown_category"), actor, act, at);
  await db.transaction(async (tx) => {
    const accountId = await openAccount(tx, "shop", shop.id);
    const made = await tx
      .insert(shops)
      .values({ ...shop, accountId, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: shops.id });
    if (made.length === 0) return;
    await recordAct(tx, actor, { ...act, outcome: "done", after: shop }, at);
  });
  return ok({ id: shop.id });
}
