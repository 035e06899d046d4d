import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { activities, budgetSlices, domains, programmes, sections, transfers } from "@/db/schema";
import { type CityDay, isCityDay } from "@/lib/shared/city-time";
import { cutPage, isId, PAGE_SIZE, type Page, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";
import type { BudgetFacts } from "./decide-budget";
import type { UnknownHome } from "./decide-programme";

const sumOfSlices = (column: SQL) =>
  sql<number>`(select coalesce(sum(${column}), 0) from ${budgetSlices} where programme_id = ${programmes.id})`.mapWith(
    Number,
  );

/** A programme's hard ceiling in points; to be selected from `programmes`. */
export const sumAllotted = sumOfSlices(sql`allotted`);
export const sumUsed = sumOfSlices(sql`used`);

const isSection = eq(sections.kind, "section");

/** What a programme belongs to is picked from lists; this names what is in none of them. */
export async function findUnknownHome(
  database: Database,
  { domainId, sectionId }: { domainId: string; sectionId: string },
  scope: Scope,
): Promise<UnknownHome | undefined> {
  const [domain] = await database.select({ id: domains.id }).from(domains).where(eq(domains.id, domainId));
  if (!domain) return "unknown_domain";
  const [section] = await database
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.id, sectionId), isSection, withinScope(sections.id, scope)));
  return section ? undefined : "unknown_section";
}

export type ProgrammeFrame = { startsOn: CityDay; endsOn: CityDay; budget: number };

/** What an activity must fit into: the programme's period and its budget in points. */
export async function findProgrammeFrame(
  database: Database,
  id: string,
  scope: Scope,
): Promise<ProgrammeFrame | undefined> {
  const [frame] = await database
    .select({ startsOn: programmes.startsOn, endsOn: programmes.endsOn, budget: sumAllotted })
    .from(programmes)
    .where(and(eq(programmes.id, id), withinScope(programmes.sectionId, scope)));
  return frame;
}

/** Ceiling and granted so far (less what was taken back), in points. */
export async function findBudget(id: string, scope: Scope): Promise<BudgetFacts | undefined> {
  const [found] = await db
    .select({ name: programmes.name, sectionId: programmes.sectionId, budget: sumAllotted, used: sumUsed })
    .from(programmes)
    .where(and(eq(programmes.id, id), withinScope(programmes.sectionId, scope)));
  return found;
}

export const programmeStates = ["running", "upcoming", "ended"] as const;
export type ProgrammeState = (typeof programmeStates)[number];

const inState = (state: ProgrammeState, today: CityDay): SQL | undefined => {
  if (state === "upcoming") return gt(programmes.startsOn, today);
  if (state === "ended") return lt(programmes.endsOn, today);
  return and(lte(programmes.startsOn, today), gte(programmes.endsOn, today));
};

const summary = {
  id: programmes.id,
  name: programmes.name,
  domain: domains.name,
  section: sections.name,
  startsOn: programmes.startsOn,
  endsOn: programmes.endsOn,
  points: programmes.points,
  budget: sumAllotted,
  used: sumUsed,
};
export type ProgrammeSummary = {
  [Field in keyof typeof summary]: Field extends "points" | "budget" | "used" ? number : string;
};

/** Programmes with their budget bars' figures (points), the one that ends last first; `state` as of `today`. */
export async function listProgrammes(
  { state, today, scope }: { state?: ProgrammeState | undefined; today: CityDay; scope: Scope },
  after?: string,
): Promise<Page<ProgrammeSummary>> {
  const key = readKey(after, [isCityDay, isId]);
  const rows = await db
    .select(summary)
    .from(programmes)
    .innerJoin(domains, eq(domains.id, programmes.domainId))
    .innerJoin(sections, eq(sections.id, programmes.sectionId))
    .where(
      and(
        withinScope(programmes.sectionId, scope),
        state && inState(state, today),
        key && sql`(${programmes.endsOn}, ${programmes.id}) < (${key[0]}::date, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(programmes.endsOn), desc(programmes.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, (row) => [row.endsOn, row.id]);
}

/** Everything of one programme that its page shows. */
export async function findProgramme(id: string, scope: Scope) {
  const [found] = await db
    .select({
      ...summary,
      domainId: programmes.domainId,
      sectionId: programmes.sectionId,
      policyGoal: programmes.policyGoal,
      kpi: programmes.kpi,
      fundingSource: programmes.fundingSource,
      expiryKind: programmes.expiryKind,
      expiryCount: programmes.expiryCount,
      expiryOn: programmes.expiryOn,
      ruleVersion: programmes.ruleVersion,
      activities: sql<number>`(select count(*) from ${activities} where programme_id = ${programmes.id})`.mapWith(
        Number,
      ),
    })
    .from(programmes)
    .innerJoin(domains, eq(domains.id, programmes.domainId))
    .innerJoin(sections, eq(sections.id, programmes.sectionId))
    .where(and(eq(programmes.id, id), withinScope(programmes.sectionId, scope)));
  return found;
}
export type Programme = NonNullable<Awaited<ReturnType<typeof findProgramme>>>;

/** How often and how much a programme has granted, in points, and what of it was taken back. */
export async function sumProgrammeGrants(id: string) {
  const account = sql`(select account_id from ${programmes} where id = ${id})`;
  const total = (side: SQL) => ({
    count: sql<number>`count(*)`.mapWith(Number),
    points: sql<number>`coalesce(sum(${side}), 0)`.mapWith(Number),
  });
  const [granted] = await db
    .select(total(sql`${transfers.points}`))
    .from(transfers)
    .where(and(sql`${transfers.fromAccountId} = ${account}`, eq(transfers.kind, "grant")));
  const [takenBack] = await db
    .select(total(sql`${transfers.points}`))
    .from(transfers)
    .where(and(sql`${transfers.toAccountId} = ${account}`, eq(transfers.kind, "grant_reversal")));
  return { granted: granted ?? { count: 0, points: 0 }, takenBack: takenBack ?? { count: 0, points: 0 } };
}

/** The sections (課) within the scope. */
export const listSections = (scope: Scope) =>
  db
    .select({ id: sections.id, name: sections.name })
    .from(sections)
    .where(and(isSection, withinScope(sections.id, scope)))
    .orderBy(asc(sections.name));

export const listDomains = () =>
  db.select({ id: domains.id, name: domains.name }).from(domains).orderBy(asc(domains.position));

/** Points that all programmes have granted so far, less what was taken back: what the town has given for acts for the town. */
export async function getTownTotal(): Promise<number> {
  const [total] = await db
    .select({ points: sql<number>`coalesce(sum(${budgetSlices.used}), 0)`.mapWith(Number) })
    .from(budgetSlices);
  return total?.points ?? 0;
}

/** Programmes that an activity can still be made for, those that began last first. `points`: what each grants as a rule. */
export const listProgrammeChoices = (today: CityDay, scope: Scope) =>
  db
    .select({ id: programmes.id, name: programmes.name, section: sections.name, points: programmes.points })
    .from(programmes)
    .innerJoin(sections, eq(sections.id, programmes.sectionId))
    .where(and(gte(programmes.endsOn, today), withinScope(programmes.sectionId, scope)))
    .orderBy(desc(programmes.startsOn), asc(programmes.name));
