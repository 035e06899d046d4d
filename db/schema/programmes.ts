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
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { accounts } from "./ledger";

/** 領域: health, environment … Data, not code: a new one is a row. */
export const domains = pgTable("domains", {
  id: text().primaryKey(),
  name: text().notNull(),
  icon: text().notNull(),
  position: smallint().notNull(),
});

/** 課: the section of the city hall that runs a programme. */
export const sections = pgTable(
  "sections",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** `section` of the city hall, or an outside `group` (団体) that holds activities. */
    kind: text().notNull().default("section"),
  },
  (t) => [unique("sections_name").on(t.name), check("sections_kind_known", sql`${t.kind} in ('section', 'group')`)],
);

/** 対象事業: what issues points, with its goal, money and rule. */
export const programmes = pgTable(
  "programmes",
  {
    id: uuid().primaryKey(),
    accountId: bigint({ mode: "number" }).notNull(),
    domainId: text().notNull(),
    sectionId: uuid().notNull(),
    name: text().notNull(),
    policyGoal: text().notNull(),
    kpi: text().notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    /** 原資 */
    fundingSource: text().notNull(),
    /** What an activity of this programme grants unless it says otherwise. */
    points: integer().notNull(),
    expiryKind: text().notNull(),
    /** Days or months, for the kinds that count them. */
    expiryCount: integer(),
    expiryOn: date({ mode: "string" }),
    /** False only for what has no budget to keep to, such as opening balances; the app cannot set it. */
    hasCeiling: boolean().notNull().default(true),
    /** Grows when points or expiry change; each lot keeps the version it was granted under. */
    ruleVersion: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique("programmes_account").on(t.accountId),
    check("programmes_period", sql`${t.startsOn} <= ${t.endsOn}`),
    check("programmes_points_positive", sql`${t.points} > 0`),
    check(
      "programmes_expiry_complete",
      sql`case ${t.expiryKind}
    when 'next_fiscal_year_end' then ${t.expiryCount} is null and ${t.expiryOn} is null
    when 'fiscal_year_end' then ${t.expiryCount} is null and ${t.expiryOn} is null
    when 'days' then ${t.expiryCount} > 0 and ${t.expiryOn} is null
    when 'months' then ${t.expiryCount} > 0 and ${t.expiryOn} is null
    when 'fixed' then ${t.expiryOn} is not null and ${t.expiryCount} is null
    else false end`,
    ),
    foreignKey({ name: "programmes_account_fk", columns: [t.accountId], foreignColumns: [accounts.id] }),
    foreignKey({ name: "programmes_domain_fk", columns: [t.domainId], foreignColumns: [domains.id] }),
    foreignKey({ name: "programmes_section_fk", columns: [t.sectionId], foreignColumns: [sections.id] }),
  ],
);

/** 対象活動: when, where, for whom, how many points, how often. */
export const activities = pgTable(
  "activities",
  {
    id: uuid().primaryKey(),
    programmeId: uuid().notNull(),
    /** The outside group that holds it and may see it; null: the section itself. */
    groupId: uuid(),
    title: text().notNull(),
    summary: text().notNull(),
    place: text().notNull(),
    organiser: text().notNull(),
    /** Who it is for, in the organiser's words. */
    audience: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** The window in which its code grants. */
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    points: integer().notNull(),
    /** `once`: once per person; `daily`: once per person and city day. */
    claimLimit: text().notNull(),
    createdAt: instant().notNull(),
    cancelledAt: instant(),
  },
  (t) => [
    index("activities_programme").on(t.programmeId, t.startsAt, t.id),
    index("activities_group").on(t.groupId, t.startsAt, t.id),
    index("activities_agenda").on(t.startsAt, t.id),
    check("activities_points_positive", sql`${t.points} > 0`),
    check("activities_when", sql`${t.startsAt} <= ${t.endsAt}`),
    check("activities_window", sql`${t.opensAt} < ${t.closesAt}`),
    check("activities_claim_limit_known", sql`${t.claimLimit} in ('once', 'daily')`),
    foreignKey({ name: "activities_group_fk", columns: [t.groupId], foreignColumns: [sections.id] }),
    foreignKey({ name: "activities_programme_fk", columns: [t.programmeId], foreignColumns: [programmes.id] }),
  ],
);
