import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";

/** A book never meets another in one transfer (law 12). One is current: the one the app serves. */
export const books = pgTable(
  "books",
  {
    id: smallint().primaryKey(),
    kind: text().notNull(),
    name: text().notNull(),
    isCurrent: boolean().notNull().default(false),
  },
  (t) => [
    check("books_kind_known", sql`${t.kind} in ('real', 'closed_test', 'demo')`),
    uniqueIndex("books_one_current").on(t.isCurrent).where(sql`${t.isCurrent}`),
  ],
);

/** One side of a transfer. Immutable, so it can be read without a lock. */
export const accounts = pgTable(
  "accounts",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    bookId: smallint().notNull(),
    kind: text().notNull(),
    ownerId: uuid().notNull(),
  },
  (t) => [
    check("accounts_kind_known", sql`${t.kind} in ('member', 'programme', 'shop')`),
    unique("accounts_one_per_owner").on(t.ownerId, t.kind, t.bookId),
    foreignKey({ name: "accounts_book_fk", columns: [t.bookId], foreignColumns: [books.id] }),
  ],
);

/** A member's balance in points: a cache of the transfers, and the only row a posting locks. */
export const wallets = pgTable(
  "wallets",
  {
    accountId: bigint({ mode: "number" }).primaryKey(),
    balance: integer().notNull().default(0),
    /** Points promised to open holds; `balance - held` is what may be spent. */
    held: integer().notNull().default(0),
    version: integer().notNull().default(0),
  },
  (t) => [
    check("wallets_never_negative", sql`${t.balance} >= 0`),
    check("wallets_held_within_balance", sql`${t.held} between 0 and ${t.balance}`),
    foreignKey({ name: "wallets_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** The whitelist of law 3: which kind of transfer may go from which kind of account to which. */
export const transferRoutes = pgTable(
  "transfer_routes",
  {
    kind: text().notNull(),
    fromKind: text().notNull(),
    toKind: text().notNull(),
    /** The kind of transfer that this one may reverse; null where it reverses nothing. */
    reversesKind: text(),
  },
  (t) => [primaryKey({ name: "transfer_routes_pk", columns: [t.kind, t.fromKind, t.toKind] })],
);

/** The ledger: one immutable row moves whole points from one account to another. */
export const transfers = pgTable(
  "transfers",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    publicId: uuid().notNull(),
    bookId: smallint().notNull(),
    kind: text().notNull(),
    fromAccountId: bigint({ mode: "number" }).notNull(),
    toAccountId: bigint({ mode: "number" }).notNull(),
    points: integer().notNull(),
    /** Made by the caller from what makes the event one event; a second transfer with it is refused (law 4). */
    eventKey: text().notNull(),
    /** SHA-256 of what the caller asked for: the same key with another body is a conflict, not a repeat. */
    bodyHash: bytea().notNull(),
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
    /** The member's balance once this row is in. */
    balanceAfter: integer().notNull(),
    reversesId: bigint({ mode: "number" }),
    batchId: uuid(),
    /** `member:<uuid>`, `staff:<uuid>` or `system:<name>`. */
    actor: text().notNull(),
    reason: text(),
  },
  (t) => [
    unique("transfers_public_id").on(t.publicId),
    unique("transfers_event_key").on(t.eventKey),
    uniqueIndex("transfers_reversed_once").on(t.reversesId).where(sql`${t.reversesId} is not null`),
    index("transfers_from").on(t.fromAccountId, t.id.desc().nullsFirst()),
    index("transfers_to").on(t.toAccountId, t.id.desc().nullsFirst()),
    index("transfers_recorded").using("brin", t.recordedAt),
    // Reports follow happened dates; grants are not in it, so they do not pay for it.
    index("transfers_payments").on(t.happenedAt, t.id).where(sql`${t.kind} in ('spend', 'refund')`),
    check("transfers_points_positive", sql`${t.points} > 0`),
    check("transfers_two_accounts", sql`${t.fromAccountId} <> ${t.toAccountId}`),
    check("transfers_actor_named", sql`${t.actor} ~ '^(member|staff|system):.'`),
    check("transfers_reversal_has_reason", sql`${t.reversesId} is null or length(${t.reason}) > 0`),
  ],
);

/** What one grant gave (law 6): spent earliest expiry first. Only `remaining` ever changes. */
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
    /** A cache: points minus the sum of its uses. */
    remaining: integer().notNull(),
    /** The expired lot whose refunded points this one holds. */
    originLotId: bigint({ mode: "number" }),
  },
  (t) => [
    check("lots_remaining_within_points", sql`${t.remaining} between 0 and ${t.points}`),
    check("lots_points_positive", sql`${t.points} > 0`),
    index("lots_open").on(t.accountId, t.expiresOn, t.purse, t.id).where(sql`${t.remaining} > 0`),
    index("lots_transfer").on(t.transferId),
    index("lots_programme").on(t.programmeId, t.id.desc().nullsFirst()),
    index("lots_activity").on(t.activityId, t.id.desc().nullsFirst()),
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

/** A programme's hard budget, cut in slices so that simultaneous grants do not queue at one row (law 9). */
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
    check("budget_slices_never_overdrawn", sql`${t.used} between 0 and ${t.allotted}`),
  ],
);

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

/** One row: how far city time runs ahead of the clock on a demo or test book; zero on a real one. */
export const cityClock = pgTable(
  "city_clock",
  {
    onlyRow: boolean().primaryKey().default(true),
    offsetSeconds: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [check("city_clock_one_row", sql`${t.onlyRow}`)],
);
