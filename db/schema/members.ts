import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
    /** Typed by the member, who may write their name there; encrypted like everything else of the person. */
    nicknameEncrypted: bytea(),
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
    /** Told by the member, if at all; the year alone. */
    birthYearEncrypted: bytea(),
    /** 在住, 在勤, 在学, その他: `resident`, `worker`, `student`, `other`. */
    tie: text(),
    /** The member of staff who signed the person up at the counter. */
    admittedBy: uuid(),
    joinedAt: instant().notNull(),
    /** When the sign-up was finished: what it asks is answered. Null: a person who has proven a way in and no more. */
    registeredAt: instant(),
    /** 居住の確認: by whom or what (`counter`, or an identity provider's key), when, and until which day it counts. */
    residencyCheckedBy: text(),
    residencyCheckedAt: instant(),
    residencyValidUntil: date({ mode: "string" }),
    /** Keyed hash of the account (issuer, subject) that last showed it: one account shows it of one membership. Outlives the check itself. */
    residencySubjectIndex: bytea(),
    /** `active`; `leaving`: withdrawal asked for, to be undone until `leavesAt`; `left`: pseudonymised; `merged`: into `mergedIntoId`. */
    state: text().notNull().default("active"),
    leavesAt: instant(),
    leftAt: instant(),
    mergedIntoId: uuid().references((): AnyPgColumn => members.id),
    /** Whether a member of the closed test agrees to go on in the real run. */
    staysAfterTest: boolean(),
  },
  (t) => [
    unique("members_account").on(t.accountId),
    // Whose membership is another's by now, their own address opens nothing: it may be taken by anybody who proves it.
    uniqueIndex("members_email").on(t.emailIndex).where(sql`${t.state} <> 'merged'`),
    unique("members_number").on(t.number),
    index("members_by_family_kana").on(t.familyKanaIndex, t.id),
    index("members_by_full_kana").on(t.fullKanaIndex, t.id),
    index("members_by_birth").on(t.bornOnIndex, t.id),
    check("members_tie_known", sql`${t.tie} in ('resident', 'worker', 'student', 'other')`),
    check("members_email_complete", sql`num_nonnulls(${t.emailEncrypted}, ${t.emailIndex}) in (0, 2)`),
    uniqueIndex("members_one_residency_subject")
      .on(t.residencySubjectIndex)
      .where(sql`${t.residencySubjectIndex} is not null`),
    index("members_leaving").on(t.leavesAt).where(sql`${t.state} = 'leaving'`),
    check("members_state_known", sql`${t.state} in ('active', 'leaving', 'left', 'merged')`),
    check("members_leaving_complete", sql`(${t.state} = 'leaving') = (${t.leavesAt} is not null)`),
    check("members_left_complete", sql`(${t.state} = 'left') = (${t.leftAt} is not null)`),
    check("members_merged_complete", sql`(${t.state} = 'merged') = (${t.mergedIntoId} is not null)`),
    check(
      "members_residency_complete",
      sql`num_nonnulls(${t.residencyCheckedBy}, ${t.residencyCheckedAt}, ${t.residencyValidUntil}) in (0, 3)`,
    ),
    foreignKey({ name: "members_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** A citizen's session; the cookie holds the token, this row only its SHA-256. */
export const memberSessions = pgTable(
  "member_sessions",
  {
    tokenHash: bytea().primaryKey(),
    /** What a list of devices names it by. */
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    memberId: uuid().notNull(),
    /** The browser and system, in short, as it named itself. */
    device: text().notNull().default(""),
    createdAt: instant().notNull(),
    /** When a way in was last shown in this session: what changes the ways in asks for it again after five minutes. */
    provenAt: instant().notNull().default(sql`'-infinity'`),
    expiresAt: instant().notNull(),
    /**
     * What opened it: an account at a provider, a passkey, or an e-mail address (its keyed hash). Removed as a way in, it ends what it opened. None
     * is known of a session from before this was kept.
     */
    identityId: uuid(),
    passkeyId: uuid(),
    emailIndex: bytea(),
    /** The SHA-256 of the provider's own session's id (`sid`): its sign-out there ends it here. */
    providerSidHash: bytea(),
    /** The proxy under which this browser acts for somebody else; null: for its own member. */
    proxyId: uuid(),
  },
  (t) => [
    unique("member_sessions_id").on(t.id),
    index("member_sessions_member").on(t.memberId),
    index("member_sessions_identity").on(t.identityId).where(sql`${t.identityId} is not null`),
    check("member_sessions_opened_once", sql`num_nonnulls(${t.identityId}, ${t.passkeyId}, ${t.emailIndex}) <= 1`),
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
    /** The earn code whose points were asked for before signing in (encrypted token, and whose page it was); received after it. */
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
