import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, sections, staff } from "@/db/schema";
import { addDays, cityInstant } from "@/lib/shared/city-time";
import { atMoment, momentOf } from "@/lib/shared/moment";
import { cutPage, isNumber, PAGE_SIZE, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import type { AuditQuery } from "./input";

export type AuditFilter = Omit<AuditQuery, "after">;

/** `before` stops at an instant, so that an export holds what was there when it was asked for. */
type Order = { after?: string | undefined; size?: number; before?: Date };

const line = {
  id: auditEntries.id,
  recordedAt: auditEntries.recordedAt,
  moment: momentOf(auditEntries.recordedAt),
  staffId: auditEntries.staffId,
  name: staff.name,
  section: sections.name,
  roles: auditEntries.roles,
  act: auditEntries.act,
  outcome: auditEntries.outcome,
  targetKind: auditEntries.targetKind,
  targetId: auditEntries.targetId,
  before: sql<unknown>`${auditEntries.before}`,
  after: sql<unknown>`${auditEntries.after}`,
  reason: auditEntries.reason,
  purpose: auditEntries.purpose,
  requestId: auditEntries.requestId,
  address: auditEntries.address,
};

/** Whose acts: of everybody, or of the staff of these sections. */
const actedWithin = (scope: Scope): SQL | undefined =>
  scope === "everywhere"
    ? undefined
    : sql`${auditEntries.staffId} = any(array(select s.id from ${staff} s where s.section_id = any(${sql.param(`{${scope.join(",")}}`)}::uuid[])))`;

// The outcome stands here as a literal, not as a parameter: else the partial index of what was denied is not used.
const outcomeIs = { done: sql`${auditEntries.outcome} = 'done'`, denied: sql`${auditEntries.outcome} = 'denied'` };

const within = (filter: AuditFilter, scope: Scope): SQL | undefined =>
  and(
    filter.from ? gte(auditEntries.recordedAt, cityInstant(filter.from)) : undefined,
    filter.to ? lt(auditEntries.recordedAt, cityInstant(addDays(filter.to, 1))) : undefined,
    filter.staff ? eq(auditEntries.staffId, filter.staff) : undefined,
    filter.act ? eq(auditEntries.act, filter.act) : undefined,
    filter.kind ? eq(auditEntries.targetKind, filter.kind) : undefined,
    filter.target ? eq(auditEntries.targetId, filter.target) : undefined,
    filter.outcome ? outcomeIs[filter.outcome] : undefined,
    actedWithin(scope),
  );

const entries = () =>
  db
    .select(line)
    .from(auditEntries)
    .leftJoin(staff, eq(staff.id, auditEntries.staffId))
    .leftJoin(sections, eq(sections.id, staff.sectionId));

/** The statement of one page, so that a test can ask how it would be run. */
export function auditPage(filter: AuditFilter, scope: Scope, { after, size = PAGE_SIZE, before }: Order = {}) {
  const key = readKey(after, [isNumber, isNumber]);
  const last = key && sql`(${atMoment(key[0])}, ${key[1]}::bigint)`;
  return entries()
    .where(
      and(
        within(filter, scope),
        before ? lt(auditEntries.recordedAt, before) : undefined,
        last && sql`(${auditEntries.recordedAt}, ${auditEntries.id}) < ${last}`,
      ),
    )
    .orderBy(desc(auditEntries.recordedAt), desc(auditEntries.id))
    .limit(size + 1);
}

/** What staff did and were denied, the latest first. */
export async function listAuditEntries(filter: AuditFilter, scope: Scope, order: Order = {}) {
  const rows = await auditPage(filter, scope, order);
  return cutPage(rows, order.size ?? PAGE_SIZE, (row) => [row.moment, row.id]);
}
export type AuditEntry = Awaited<ReturnType<typeof listAuditEntries>>["rows"][number];

/** One line of the trail; undefined for what is outside the scope. */
export async function findAuditEntry(id: number, scope: Scope): Promise<AuditEntry | undefined> {
  const [found] = await entries().where(and(eq(auditEntries.id, id), within({}, scope)));
  return found;
}

/** How many lines a filter has before an instant. */
export async function countAuditEntries(filter: AuditFilter, scope: Scope, before: Date): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(auditEntries)
    .where(and(within(filter, scope), lt(auditEntries.recordedAt, before)));
  return found?.count ?? 0;
}

/** Everybody whose acts somebody may look at, by section and name; the disabled too. */
export function listActors(scope: Scope) {
  return db
    .select({ staffId: staff.id, name: staff.name, section: sections.name })
    .from(staff)
    .innerJoin(sections, eq(sections.id, staff.sectionId))
    .where(
      scope === "everywhere" ? undefined : sql`${staff.sectionId} = any(${sql.param(`{${scope.join(",")}}`)}::uuid[])`,
    )
    .orderBy(asc(sections.name), asc(staff.name), asc(staff.id));
}
