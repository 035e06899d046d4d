import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { members } from "./members";
import { sections } from "./programmes";
import { staff } from "./staff";

/** One line of what an act will change, in staff's own words: a number, a person, money. */
export type EffectLine = { label: string; before: string | null; after: string | null };
/** What an act will change; `points` and `people` where it moves any. */
export type Effect = { lines: EffectLine[]; points?: number; people?: number };

/** 起案: an act that needs two persons. What is asked for never changes; a draft that was sent back is followed by a new one. */
export const approvals = pgTable(
  "approvals",
  {
    id: uuid().primaryKey(),
    /** 起案番号: fiscal year and number within it, `2026-00017`. */
    fiscalYear: smallint().notNull(),
    number: integer().notNull(),
    /** `set_programme_budget`, `correct_grant` … */
    kind: text().notNull(),
    payload: jsonb().notNull(),
    /** SHA-256 of the payload's canonical text: what is executed is what was approved. */
    payloadHash: bytea().notNull(),
    effect: jsonb().$type<Effect>().notNull(),
    reason: text().notNull(),
    targetKind: text().notNull(),
    targetId: text(),
    /** The section whose affair it is; null: the whole city's. */
    sectionId: uuid(),
    /** The member whose wallet it touches: never the maker's or the checker's own. */
    memberId: uuid(),
    makerId: uuid().notNull(),
    state: text().notNull().default("pending"),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    checkerId: uuid(),
    /** When it left `pending`, by whoever's act. */
    endedAt: instant(),
    note: text(),
    /** What the act made, such as the id of a transfer. */
    result: jsonb(),
    /** The draft that this one replaces after it was sent back. */
    followsId: uuid(),
  },
  (t) => [
    unique("approvals_number").on(t.fiscalYear, t.number),
    unique("approvals_follows").on(t.followsId),
    index("approvals_by_state").on(t.state, t.id.desc().nullsFirst()),
    index("approvals_by_maker").on(t.makerId, t.id.desc().nullsFirst()),
    index("approvals_by_target").on(t.targetKind, t.targetId, t.id.desc().nullsFirst()),
    check("approvals_state_known", sql`${t.state} in ('pending', 'approved', 'sent_back', 'withdrawn', 'expired')`),
    check("approvals_two_persons", sql`${t.checkerId} <> ${t.makerId}`),
    check("approvals_has_reason", sql`length(${t.reason}) > 0`),
    check(
      "approvals_ended_by_whom",
      sql`case ${t.state}
    when 'pending' then ${t.checkerId} is null and ${t.endedAt} is null
    when 'approved' then ${t.checkerId} is not null and ${t.endedAt} is not null
    when 'sent_back' then ${t.checkerId} is not null and ${t.endedAt} is not null and length(${t.note}) > 0
    else ${t.checkerId} is null and ${t.endedAt} is not null end`,
    ),
    foreignKey({ name: "approvals_maker_fk", columns: [t.makerId], foreignColumns: [staff.id] }),
    foreignKey({ name: "approvals_checker_fk", columns: [t.checkerId], foreignColumns: [staff.id] }),
    foreignKey({ name: "approvals_section_fk", columns: [t.sectionId], foreignColumns: [sections.id] }),
    foreignKey({ name: "approvals_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "approvals_follows_fk", columns: [t.followsId], foreignColumns: [t.id] }),
  ],
);

/** The last number given in a fiscal year. */
export const approvalCounters = pgTable("approval_counters", {
  fiscalYear: smallint().primaryKey(),
  lastNumber: bigint({ mode: "number" }).notNull(),
});
