import { bigint, foreignKey, index, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { accounts } from "./ledger";

export const shopCategories = pgTable("shop_categories", {
  id: text().primaryKey(),
  name: text().notNull(),
  position: smallint().notNull(),
});

/** 協力店: takes points and has no work: its printed code is all it needs. */
export const shops = pgTable(
  "shops",
  {
    id: uuid().primaryKey(),
    accountId: bigint({ mode: "number" }).notNull(),
    categoryId: text().notNull(),
    name: text().notNull(),
    nameKana: text().notNull(),
    address: text().notNull(),
    openingHours: text().notNull(),
    phone: text().notNull(),
    summary: text().notNull(),
    createdAt: instant().notNull(),
    /** The partnership has ended: its code no longer takes points. */
    closedAt: instant(),
  },
  (t) => [
    unique("shops_account").on(t.accountId),
    index("shops_by_kana").on(t.nameKana, t.id),
    foreignKey({ name: "shops_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }),
    foreignKey({ name: "shops_category_fk", columns: [t.categoryId], foreignColumns: [shopCategories.id] }),
  ],
);
