import { sql } from "drizzle-orm";
import { bigint, check, date, integer, pgTable, primaryKey, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** An amount locked for a shop and a member while the clerk looks (3 minutes). It locks no points. */
export const quotes = pgTable(
  "quotes",
  {
    id: uuid().primaryKey(),
    memberId: uuid().notNull(),
    memberAccountId: bigint({ mode: "number" }).notNull(),
    shopId: uuid().notNull(),
    shopAccountId: bigint({ mode: "number" }).notNull(),
    points: integer().notNull(),
    openedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** Set when it was paid, given up or replaced. */
    closedAt: instant(),
    transferPublicId: uuid(),
  },
  (t) => [
    check("quotes_points_positive", sql`${t.points} > 0`),
    uniqueIndex("quotes_one_open_per_member").on(t.memberId).where(sql`${t.closedAt} is null`),
  ],
);

/** The receipt number that a clerk sees counting up, per shop and city day; gapless, given after the payment. */
export const receiptNumbers = pgTable(
  "receipt_numbers",
  {
    shopAccountId: bigint({ mode: "number" }).notNull(),
    paidOn: date({ mode: "string" }).notNull(),
    number: integer().notNull(),
    transferId: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ name: "receipt_numbers_pk", columns: [t.shopAccountId, t.paidOn, t.number] }),
    unique("receipt_numbers_transfer").on(t.transferId),
  ],
);

/** Last number given, per shop and day. */
export const receiptCounters = pgTable(
  "receipt_counters",
  {
    shopAccountId: bigint({ mode: "number" }).notNull(),
    paidOn: date({ mode: "string" }).notNull(),
    lastNumber: integer().notNull(),
  },
  (t) => [primaryKey({ name: "receipt_counters_pk", columns: [t.shopAccountId, t.paidOn] })],
);
