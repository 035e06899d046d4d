import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
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
    /** When it stopped being the current one, for good. */
    archivedAt: instant(),
  },
  (t) => [
    check("books_archived_not_current", sql`not (${t.isCurrent} and ${t.archivedAt} is not null)`),
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
    check("accounts_kind_known", sql`${t.kind} in ('member', 'programme', 'shop', 'reward', 'merge', 'forfeiture')`),
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
    /** A copy of how its member is (`suspended`, `leaving`, `merged`, `left`), kept by triggers, so that a posting reads it in the row it has locked. */
    state: text().notNull().default("open"),
  },
  (t) => [
    check("wallets_never_negative", sql`${t.balance} >= 0`),
    check("wallets_state_known", sql`${t.state} in ('open', 'suspended', 'leaving', 'merged', 'left')`),
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
    /** Made by the caller from what makes the event one event; a second transfer with it is refused within its book (law 4). */
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
    unique("transfers_event_key").on(t.eventKey, t.bookId),
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

/** One row: how far city time runs ahead of the clock on a demo or test book; zero on a real one. */
export const cityClock = pgTable(
  "city_clock",
  {
    onlyRow: boolean().primaryKey().default(true),
    offsetSeconds: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [check("city_clock_one_row", sql`${t.onlyRow}`)],
);
