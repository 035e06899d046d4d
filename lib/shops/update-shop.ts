import { eq } from "drizzle-orm";
import { shops } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findChanges } from "@/lib/shared/changes";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { ShopTerms } from "./input";
import { hasShopCategory } from "./queries";

export type ShopChangeRefusal = "unknown_shop" | "unknown_category";

/** Changes what a shop is. Nothing changed: nothing is written. Refuses `unknown_shop`, `unknown_category`. */
export async function updateShop(
  { id, ...terms }: ShopTerms & { id: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, ShopChangeRefusal>> {
  const act = { act: "update_shop", targetKind: "shop", targetId: id } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, ShopChangeRefusal>> => {
    const [before] = await tx.select().from(shops).where(eq(shops.id, id)).for("update");
    if (!before) return refuse("unknown_shop");
    const changes = findChanges(before, terms);
    if (!changes) return ok({ id });
    if (!(await hasShopCategory(tx, terms.categoryId))) return refuse("unknown_category");
    await tx.update(shops).set(terms).where(eq(shops.id, id));
    await recordAct(tx, actor, { ...act, outcome: "done", ...changes }, at);
    return ok({ id });
  });
  return recordDenied(answer, actor, act, at);
}
