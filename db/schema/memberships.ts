import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { approvals } from "./approvals";
import { bytea, instant } from "./columns";
import { members } from "./members";
import { staff } from "./staff";

/** What happened to a membership, for its owner's eyes: ways in, exports, withdrawal, who acted for whom. Append-only. */
export const memberEvents = pgTable(
  "member_events",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    memberId: uuid().notNull(),
    recordedAt: instant().notNull(),
    /** `linked_identity`, `removed_passkey`, `exported_data` … */
    kind: text().notNull(),
    /** `member:<uuid>`, `staff:<uuid>` or `system:<name>`. */
    actor: text().notNull(),
    detail: jsonb(),
  },
  (t) => [
    index("member_events_by_member").on(t.memberId, t.id.desc().nullsFirst()),
    check("member_events_actor_named", sql`${t.actor} ~ '^(member|staff|system):.'`),
    foreignKey({ name: "member_events_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);

/** 利用停止: with its reason, a day to reply by, and the member's appeal. Ended, never deleted. */
export const memberSuspensions = pgTable(
  "member_suspensions",
  {
    id: uuid().primaryKey(),
    memberId: uuid().notNull(),
    /** Words about a citizen, as are those of the end: encrypted. Null: forgotten with the person. */
    reasonEncrypted: bytea(),
    replyBy: date({ mode: "string" }).notNull(),
    startedAt: instant().notNull(),
    startedBy: uuid().notNull(),
    endedAt: instant(),
    endedBy: uuid(),
    endReasonEncrypted: bytea(),
  },
  (t) => [
    uniqueIndex("member_suspensions_one_open").on(t.memberId).where(sql`${t.endedAt} is null`),
    index("member_suspensions_by_member").on(t.memberId, t.startedAt),
    check("member_suspensions_end_complete", sql`num_nonnulls(${t.endedAt}, ${t.endedBy}) in (0, 2)`),
    foreignKey({ name: "member_suspensions_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "member_suspensions_started_by_fk", columns: [t.startedBy], foreignColumns: [staff.id] }),
    foreignKey({ name: "member_suspensions_ended_by_fk", columns: [t.endedBy], foreignColumns: [staff.id] }),
  ],
);

/** 異議の申立て: one a suspension; its answer is by somebody other than who suspended. */
export const memberAppeals = pgTable(
  "member_appeals",
  {
    id: uuid().primaryKey(),
    suspensionId: uuid().notNull(),
    /** Encrypted, as is the answer. Null: forgotten with the person. */
    textEncrypted: bytea(),
    sentAt: instant().notNull(),
    answerEncrypted: bytea(),
    isUpheld: boolean(),
    answeredAt: instant(),
    answeredBy: uuid(),
  },
  (t) => [
    unique("member_appeals_one").on(t.suspensionId),
    index("member_appeals_open").on(t.sentAt, t.id).where(sql`${t.answeredAt} is null`),
    check(
      "member_appeals_answer_complete",
      sql`num_nonnulls(${t.isUpheld}, ${t.answeredAt}, ${t.answeredBy}) in (0, 3)`,
    ),
    foreignKey({
      name: "member_appeals_suspension_fk",
      columns: [t.suspensionId],
      foreignColumns: [memberSuspensions.id],
    }),
    foreignKey({ name: "member_appeals_answered_by_fk", columns: [t.answeredBy], foreignColumns: [staff.id] }),
  ],
);

/** 代理: `agentId` may act for `principalId`, in what `scopes` names, until `endsOn`. Ended, never deleted. */
export const proxies = pgTable(
  "proxies",
  {
    id: uuid().primaryKey(),
    principalId: uuid().notNull(),
    agentId: uuid().notNull(),
    /** `guardian` 保護者, `proxy` 代理人, `facility` 施設. */
    relation: text().notNull(),
    /** Of `view`, `earn`, `spend`. */
    scopes: text().array().notNull(),
    /** How the consent was given: `in_person`, `document`, `guardian_of_minor`. */
    consent: text().notNull(),
    /** The last day, in Asia/Tokyo. */
    endsOn: date({ mode: "string" }).notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    endedAt: instant(),
    /** `member:<uuid>` or `staff:<uuid>`. */
    endedBy: text(),
  },
  (t) => [
    uniqueIndex("proxies_one_open").on(t.principalId, t.agentId).where(sql`${t.endedAt} is null`),
    index("proxies_by_agent").on(t.agentId),
    index("proxies_by_principal").on(t.principalId),
    check("proxies_two_persons", sql`${t.principalId} <> ${t.agentId}`),
    check("proxies_relation_known", sql`${t.relation} in ('guardian', 'proxy', 'facility')`),
    check("proxies_scopes_known", sql`${t.scopes} <@ array['view', 'earn', 'spend'] and cardinality(${t.scopes}) > 0`),
    check("proxies_consent_known", sql`${t.consent} in ('in_person', 'document', 'guardian_of_minor')`),
    check("proxies_end_complete", sql`num_nonnulls(${t.endedAt}, ${t.endedBy}) in (0, 2)`),
    foreignKey({ name: "proxies_principal_fk", columns: [t.principalId], foreignColumns: [members.id] }),
    foreignKey({ name: "proxies_agent_fk", columns: [t.agentId], foreignColumns: [members.id] }),
    foreignKey({ name: "proxies_created_by_fk", columns: [t.createdBy], foreignColumns: [staff.id] }),
  ],
);

/** 統合: one person's two memberships made one, by two members of staff, to be undone by the like. Its account holds nothing in the end. */
export const memberMerges = pgTable(
  "member_merges",
  {
    id: uuid().primaryKey(),
    fromMemberId: uuid().notNull(),
    intoMemberId: uuid().notNull(),
    accountId: bigint({ mode: "number" }).notNull(),
    /** Points that moved with it. */
    points: bigint({ mode: "number" }).notNull(),
    /** The ways in and cards that moved, to find the way back. */
    moved: jsonb().notNull(),
    mergedAt: instant().notNull(),
    /** Null: the member joined their card to their own app account, which had never moved a point. */
    approvalId: uuid(),
    undoneAt: instant(),
    undoApprovalId: uuid(),
  },
  (t) => [
    uniqueIndex("member_merges_one_live").on(t.fromMemberId).where(sql`${t.undoneAt} is null`),
    index("member_merges_into").on(t.intoMemberId),
    check("member_merges_two_members", sql`${t.fromMemberId} <> ${t.intoMemberId}`),
    check("member_merges_undo_complete", sql`num_nonnulls(${t.undoneAt}, ${t.undoApprovalId}) in (0, 2)`),
    foreignKey({ name: "member_merges_from_fk", columns: [t.fromMemberId], foreignColumns: [members.id] }),
    foreignKey({ name: "member_merges_into_fk", columns: [t.intoMemberId], foreignColumns: [members.id] }),
    foreignKey({ name: "member_merges_approval_fk", columns: [t.approvalId], foreignColumns: [approvals.id] }),
    foreignKey({ name: "member_merges_undo_fk", columns: [t.undoApprovalId], foreignColumns: [approvals.id] }),
  ],
);
