import { and, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { codes, shopCategories, shops } from "@/db/schema";
import { cutPage, isId, isText, PAGE_SIZE, readKey } from "@/lib/shared/page";
import { normalise } from "@/lib/shared/typed";
import { toHiragana } from "./input";

/** Since when a shop takes no points any more (null: it does); undefined where there is no such shop. */
export async function findShopClosing(database: Database, id: string): Promise<{ closedAt: Date | null } | undefined> {
  const [closing] = await database.select({ closedAt: shops.closedAt }).from(shops).where(eq(shops.id, id));
  return closing;
}

export const shopStates = ["open", "closed"] as const;
export type ShopState = (typeof shopStates)[number];

const row = {
  id: shops.id,
  name: shops.name,
  nameKana: shops.nameKana,
  category: shopCategories.name,
  address: shops.address,
  phone: shops.phone,
  closedAt: shops.closedAt,
  hasCode: sql<boolean>`exists (select from ${codes} where shop_id = ${shops.id} and revoked_at is null)`,
};

/** `words` may be typed in any kana: readings are kept in hiragana. */
const matches = (words: string) => {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const typed = like(words.replace(/\p{Cc}/gu, ""));
  return or(
    sql`${shops.name} ilike ${typed}`,
    sql`${shops.address} ilike ${typed}`,
    sql`${shops.nameKana} like ${like(toHiragana(normalise(words.replace(/\p{Cc}/gu, ""))))}`,
  );
};

/** Shops in the order of their readings; `words` is looked for in name, reading and address. */
export async function listShops(
  { words, state }: { words?: string | undefined; state?: ShopState | undefined },
  after?: string,
) {
  const key = readKey(after, [isText, isId]);
  const rows = await db
    .select(row)
    .from(shops)
    .innerJoin(shopCategories, eq(shopCategories.id, shops.categoryId))
    .where(
      and(
        words ? matches(words) : undefined,
        state && (state === "open" ? isNull(shops.closedAt) : isNotNull(shops.closedAt)),
        key && sql`(${shops.nameKana}, ${shops.id}) > (${key[0]}, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(asc(shops.nameKana), asc(shops.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, (shop) => [shop.nameKana, shop.id]);
}

/** Everything of one shop that its page at /admin shows. */
export async function findShopRecord(id: string) {
  const [found] = await db
    .select({ ...row, categoryId: shops.categoryId, openingHours: shops.openingHours, summary: shops.summary })
    .from(shops)
    .innerJoin(shopCategories, eq(shopCategories.id, shops.categoryId))
    .where(eq(shops.id, id));
  return found;
}
export type ShopRecord = NonNullable<Awaited<ReturnType<typeof findShopRecord>>>;

export const listShopCategories = () =>
  db
    .select({ id: shopCategories.id, name: shopCategories.name })
    .from(shopCategories)
    .orderBy(asc(shopCategories.position));

/** Shops that take points, in the order of their readings; `category` is an id. */
export async function listOpenShops({ category }: { category?: string | undefined }, after?: string) {
  const key = readKey(after, [isText, isId]);
  const rows = await db
    .select({
      id: shops.id,
      name: shops.name,
      nameKana: shops.nameKana,
      category: shopCategories.name,
      address: shops.address,
    })
    .from(shops)
    .innerJoin(shopCategories, eq(shopCategories.id, shops.categoryId))
    .where(
      and(
        isNull(shops.closedAt),
        category ? eq(shops.categoryId, category) : undefined,
        key && sql`(${shops.nameKana}, ${shops.id}) > (${key[0]}, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(asc(shops.nameKana), asc(shops.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, (shop) => [shop.nameKana, shop.id]);
}

/** What a shop's own page shows to anybody; a shop that has left is still found, with the day it did. */
export async function findShop(id: string) {
  const [shop] = await db
    .select({
      name: shops.name,
      nameKana: shops.nameKana,
      category: shopCategories.name,
      address: shops.address,
      openingHours: shops.openingHours,
      phone: shops.phone,
      summary: shops.summary,
      closedAt: shops.closedAt,
    })
    .from(shops)
    .innerJoin(shopCategories, eq(shopCategories.id, shops.categoryId))
    .where(eq(shops.id, id));
  return shop;
}

/** Whether there is such a category: it is picked from a list. */
export async function hasShopCategory(database: Database, id: string): Promise<boolean> {
  const [category] = await database
    .select({ id: shopCategories.id })
    .from(shopCategories)
    .where(eq(shopCategories.id, id));
  return category !== undefined;
}
