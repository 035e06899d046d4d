import { db } from "@/db/client";
import { shops } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { openAccount } from "@/lib/ledger/open-account";
import { ok, type Result } from "@/lib/shared/result";
import type { ShopInput } from "./input";

/** Makes a shop (協力店) with its account. The same id again changes nothing. */
export async function createShop(shop: ShopInput, actor: StaffActor, at: Date): Promise<Result<{ id: string }, never>> {
  await db.transaction(async (tx) => {
    const accountId = await openAccount(tx, "shop", shop.id);
    const made = await tx
      .insert(shops)
      .values({ ...shop, accountId, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: shops.id });
    if (made.length === 0) return;
    const act = { act: "create_shop", outcome: "done", targetKind: "shop", targetId: shop.id } as const;
    await recordAct(tx, actor, { ...act, after: shop }, at);
  });
  return ok({ id: shop.id });
}
