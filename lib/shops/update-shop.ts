import { eq } from "drizzle-orm";
import { shops } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findChanges } from "@/lib/shared/changes";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { ShopTerms } from "./input";

/** Changes what a shop is. Nothing changed: nothing is written. Refuses `unknown_shop`. */
export async function updateShop(
  { id, ...terms }: ShopTerms & { id: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_shop">> {
  return runTransaction(async (tx): Promise<Result<{ id: string }, "unknown_shop">> => {
    const [before] = await tx.select().from(shops).where(eq(shops.id, id)).for("update");
    if (!before) return refuse("unknown_shop");
    const changes = findChanges(before, terms);
    if (!changes) return ok({ id });
    await tx.update(shops).set(terms).where(eq(shops.id, id));
    const act = { act: "update_shop", outcome: "done", targetKind: "shop", targetId: id } as const;
    await recordAct(tx, actor, { ...act, ...changes }, at);
    return ok({ id });
  });
}
