import { bigint, foreignKey, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { accounts } from "./ledger";

/** 会員: one person with one wallet. What is known of the person is encrypted; the ledger knows only the account. */
export const members = pgTable(
  "members",
  {
    id: uuid().primaryKey(),
    accountId: bigint({ mode: "number" }).notNull(),
    nickname: text(),
    /** Encrypted (AES-256-GCM, key id in front), found by `emailIndex`, a keyed hash. */
    emailEncrypted: bytea().notNull(),
    emailIndex: bytea().notNull(),
    joinedAt: instant().notNull(),
  },
  (t) => [
    unique("members_account").on(t.accountId),
    unique("members_email").on(t.emailIndex),
    foreignKey({ name: "members_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** A citizen's session; the cookie holds the token, this row only its SHA-256. */
export const memberSessions = pgTable(
  "member_sessions",
  {
    tokenHash: bytea().primaryKey(),
    memberId: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index("member_sessions_member").on(t.memberId),
    foreignKey({ name: "member_sessions_member_fk", columns: [t.memberId], foreignColumns: [members.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** A sign-in under way in one browser: who is asked, the hashed 6-digit code, and where the person was going. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: uuid().primaryKey(),
    /** SHA-256 of the cookie that binds the attempt to this browser. */
    browserHash: bytea().notNull(),
    audience: text().notNull(),
    emailEncrypted: bytea(),
    emailIndex: bytea(),
    codeHash: bytea(),
    codeExpiresAt: instant(),
    triesLeft: smallint().notNull().default(0),
    /** A listed path of ours to land on afterwards. */
    resumeTo: text(),
    /** The earn code whose points were asked for before signing in (encrypted token); received after it. */
    pendingClaim: bytea(),
    /** 15 minutes after the last step. */
    expiresAt: instant().notNull(),
    sentCount: integer().notNull().default(0),
  },
  (t) => [
    unique("sign_in_attempts_browser").on(t.browserHash, t.audience),
    index("sign_in_attempts_expiry").on(t.expiresAt),
  ],
);
