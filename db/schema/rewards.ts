import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { accounts, transfers } from "./ledger";
import { sections } from "./programmes";

/** 記念品: goods for which points are exchanged (交換), handed over at the counter. */
export const rewardItems = pgTable(
  "reward_items",
  {
    id: uuid().primaryKey(),
    accountId: bigint({ mode: "number" }).notNull(),
    sectionId: uuid().notNull(),
    name: text().notNull(),
    summary: text().notNull(),
    points: integer().notNull(),
    /** Pieces left to hand over; never below zero. */
    stock: integer().notNull(),
    createdAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    unique("reward_items_account").on(t.accountId),
    index("reward_items_by_name").on(t.name, t.id),
    check("reward_items_points_positive", sql`${t.points} > 0`),
    check("reward_items_stock_never_negative", sql`${t.stock} >= 0`),
    foreignKey({ name: "reward_items_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }),
    foreignKey({ name: "reward_items_section_fk", columns: [t.sectionId], foreignColumns: [sections.id] }),
  ],
);

/** One exchange: the transfer, the goods and how many pieces. Append-only. */
export const rewardExchanges = pgTable(
  "reward_exchanges",
  {
    transferId: bigint({ mode: "number" }).primaryKey(),
    itemId: uuid().notNull(),
    pieces: integer().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index("reward_exchanges_by_item").on(t.itemId, t.transferId.desc().nullsFirst()),
    check("reward_exchanges_pieces_positive", sql`${t.pieces} > 0`),
    foreignKey({ name: "reward_exchanges_transfer_fk", columns: [t.transferId], foreignColumns: [transfers.id] }),
    foreignKey({ name: "reward_exchanges_item_fk", columns: [t.itemId], foreignColumns: [rewardItems.id] }),
  ],
);
