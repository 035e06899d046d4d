import { ok, type Result, refuse } from "@/lib/shared/result";

export type ItemChangeRefusal = "unknown_reward" | "stock_changed";

/** A new stock stands for the one that was seen; where pieces went meanwhile, the count is looked at again. Everything else may change. */
export function decideItemChange<Item extends { stock: number }>(
  item: Item | undefined,
  change: { stock: number; seenStock: number },
): Result<Item, ItemChangeRefusal> {
  if (!item) return refuse("unknown_reward");
  return item.stock === change.seenStock || item.stock === change.stock ? ok(item) : refuse("stock_changed");
}
