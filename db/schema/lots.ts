import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";

/** What one grant gave (law 6), immutable like its transfer. What is left of it is in `open_lots`. */
export const lots = pgTable(
  "lots",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    transferId: bigint({ mode: "number" }).notNull(),
    accountId: bigint({ mode: "number" }).notNull(),
    programmeId: uuid().notNull(),
    purse: text().notNull().default("general"),
    fiscalYear: smallint().notNull(),
    fundingSource: text().notNull(),
    ruleVersion: integer().notNull(),
    activityId: uuid(),
    /** The code that was read: the evidence of the grant. */
    codeId: uuid(),
    /** The last day, in Asia/Tokyo, on which the points can be spent. */
    expiresOn: date({ mode: "string" }).notNull(),
    points: integer().notNull(),
    /** The expired lot whose refunded points this one holds. */
    originLotId: bigint({ mode: "number" }),
  },
  (t) => [
    check("lots_points_positive", sql`${t.points} > 0`),
    index("lots_transfer").on(t.transferId),
    index("lots_programme").on(t.programmeId, t.id.desc().nullsFirst()),
    index("lots_activity").on(t.activityId, t.id.desc().nullsFirst()),
  ],
);

/**
 * What remains of the lots that are not used up, in the order they are spent: its key. A cache: a lot's points minus its uses.
 * Apart from the lots, so that a payment rewrites no index, and its search does not grow with what a member ever had.
 */
export const openLots = pgTable(
  "open_lots",
  {
    accountId: bigint({ mode: "number" }).notNull(),
    expiresOn: date({ mode: "string" }).notNull(),
    /** Points bound to a purpose go first. */
    isGeneral: boolean().notNull(),
    lotId: bigint({ mode: "number" }).notNull(),
    points: integer().notNull(),
    remaining: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: "open_lots_pk", columns: [t.accountId, t.expiresOn, t.isGeneral, t.lotId] }),
    check("open_lots_remaining_within_points", sql`${t.remaining} between 1 and ${t.points}`),
  ],
);

/** Which lots a transfer took points from (positive) or gave them back to (negative). */
export const lotUses = pgTable(
  "lot_uses",
  {
    transferId: bigint({ mode: "number" }).notNull(),
    lotId: bigint({ mode: "number" }).notNull(),
    points: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: "lot_uses_pk", columns: [t.transferId, t.lotId] }),
    index("lot_uses_lot").on(t.lotId),
    check("lot_uses_points_not_zero", sql`${t.points} <> 0`),
  ],
);

/**
 * A programme's hard budget, cut in slices so that simultaneous grants do not queue at one row (law 9). Only sums mean anything:
 * what one slice gave may come back to another, whose `used` is then below zero.
 */
export const budgetSlices = pgTable(
  "budget_slices",
  {
    programmeId: uuid().notNull(),
    slice: smallint().notNull(),
    allotted: bigint({ mode: "number" }).notNull(),
    used: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "budget_slices_pk", columns: [t.programmeId, t.slice] }),
    check("budget_slices_never_overdrawn", sql`${t.used} <= ${t.allotted}`),
  ],
);
