import type { Database } from "@/db/client";
import { type ActivityWindow, findActivityWindow } from "@/lib/activities/queries";
import type { Scope } from "@/lib/shared/scope";
import { findShopClosing } from "@/lib/shops/queries";
export type IssueTarget = { activityId: string } | { shopId: string };
export type FoundTarget = ({ kind: "activity" } & ActivityWindow) | { kind: "shop"; closedAt: Date | null };

/** What a code would be for, as far as issuing it is concerned. Shops are the whole city's: they lie in every scope. */
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
