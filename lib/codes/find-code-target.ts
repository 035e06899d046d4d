import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema";
import { type ActivityWindow, findActivityWindow } from "@/lib/activities/queries";
import type { Scope } from "@/lib/shared/scope";
import { findShopClosing } from "@/lib/shops/queries";

export type IssueTarget = { activityId: string } | { shopId: string };
export type FoundTarget = ({ kind: "activity" } & ActivityWindow) | { kind: "shop"; closedAt: Date | null };

/** What a code would be for, as far as showing it is concerned. Shops are the whole city's: they lie in every scope. */
export async function findCodeTarget(
  database: Database,
  target: IssueTarget,
  scope: Scope,
): Promise<FoundTarget | undefined> {
  if ("shopId" in target) {
    const shop = await findShopClosing(database, target.shopId);
    return shop && { kind: "shop", ...shop };
  }
  const activity = await findActivityWindow(database, target.activityId, scope);
  return activity && { kind: "activity", ...activity };
}

/**
 * The same for issuing one, until the transaction ends: an activity's points may not change meanwhile, or a code that nobody had to approve would
 * grant what somebody had to.
 */
export async function lockCodeTarget(
  tx: Transaction,
  target: IssueTarget,
  scope: Scope,
): Promise<FoundTarget | undefined> {
  if ("activityId" in target)
    await tx.select({ id: activities.id }).from(activities).where(eq(activities.id, target.activityId)).for("share");
  return findCodeTarget(tx, target, scope);
}
