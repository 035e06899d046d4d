import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { shops } from "@/db/schema";

/** Since when a shop takes no points any more (null: it does); undefined where there is no such shop. */
export async function findShopClosing(id: string): Promise<{ closedAt: Date | null } | undefined> {
  const [closing] = await db.select({ closedAt: shops.closedAt }).from(shops).where(eq(shops.id, id));
  return closing;
}
