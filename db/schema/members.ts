import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { accounts } from "./ledger";

/** 会員: one person with one wallet. What is known of the person is encrypted; the ledger knows only the account. */
export const members = pgTable(
  "members",
  {
    id: uuid().primaryKey(),
    accountId: bigint({ mode: "number" }).notNull(),
    /** 会員番号: eight digits and a check digit (Luhn), given once. */
    number: text().notNull().default(sql`member_number(nextval('member_numbers'))`),
    nickname: text(),
    /** Encrypted (AES-256-GCM, key id in front), found by `emailIndex`, a keyed hash. Null: a member of the counter, with a card. */
    emailEncrypted: bytea(),
    emailIndex: bytea(),
    /** Known of those who joined at the counter or were checked there; each encrypted, each found by keyed hashes. */
    familyNameEncrypted: bytea(),
    givenNameEncrypted: bytea(),
    familyKanaEncrypted: bytea(),
    givenKanaEncrypted: bytea(),
    /** Of the normalised family kana, and of family and given kana together. */
    familyKanaIndex: bytea(),
    fullKanaIndex: bytea(),
    bornOnEncrypted: bytea(),
    bornOnIndex: bytea(),
    phoneEncrypted: bytea(),
    /** 在住, 在勤, 在学, その他: `resident`, `worker`, `student`, `other`. */
    tie: text(),
    /** The member of staff who signed the person up at the counter. */
    admittedBy: uuid(),
    joinedAt: instant().notNull(),
  },
  (t) => [
    unique("members_account").on(t.accountId),
    unique("members_email").on(t.emailIndex),
    unique("members_number").on(t.number),
    index("members_by_family_kana").on(t.familyKanaIndex, t.id),
    index("members_by_full_kana").on(t.fullKanaIndex, t.id),
    index("members_by_birth").on(t.bornOnIndex, t.id),
    check("members_tie_known", sql`${t.tie} in ('resident', 'worker', 'student', 'other')`),
    check("members_email_complete", sql`num_nonnulls(${t.emailEncrypted}, ${t.emailIndex}) in (0, 2)`),
    check("members_reachable", sql`num_nonnulls(${t.emailIndex}, ${t.fullKanaIndex}) > 0`),
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
