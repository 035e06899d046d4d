import type { Database } from "@/db/client";
import { findActivityWindow } from "@/lib/activities/queries";
import type { Scope } from "@/lib/shared/scope";
import { findShopClosing } from "@/lib/shops/queries";
import type { CodeTarget } from "./decide-code";

export type IssueTarget = { activityId: string } | { shopId: string };

/** What a code would be for, as far as issuing it is concerned. Shops are the whole city's: they lie in every scope. */
export async function findCodeTarget(
  database: Database,
  target: IssueTarget,
  scope: Scope,
): Promise<CodeTarget | undefined> {
  if ("shopId" in target) {
    const shop = await findShopClosing(database, target.shopId);
    return shop && { kind: "shop", ...shop };
  }
  const activity = await findActivityWindow(database, target.activityId, scope);
  return activity && { kind: "activity", ...activity };
}
