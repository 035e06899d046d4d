import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { auditEntries, memberEvents, sections, staff } from "@/db/schema";
import { atMoment, momentOf } from "@/lib/shared/moment";
import { cutPage, isNumber, type Page, readKey } from "@/lib/shared/page";

/** Acts of staff in which they looked at a member or dealt with them. What has a line of its own in the member's events is not among them. */
export const lookingActs = [
  "view_member",
  "open_visit",
  "admit_member",
  "issue_card",
  "reissue_card",
  "revoke_card",
  "print_card",
] as const;
export type LookingAct = (typeof lookingActs)[number];

const PAGE_SIZE = 30;

/** `source` is `looked` (an act of staff) or `own` (the member's own record); `section` where staff acted, whose names are not told. */
export type OwnLogLine = {
  source: string;
  id: number;
  recordedAt: Date;
  moment: string;
  kind: string;
  purpose: string | null;
  section: string | null;
};

const none = sql<string | null>`null::text`;

const looks = (memberId: string, further: SQL | undefined, limit: number) =>
  db
    .select({
      source: sql<string>`'looked'`.as("source"),
      id: sql<number>`${auditEntries.id}`.mapWith(Number).as("id"),
      recordedAt: auditEntries.recordedAt,
      moment: momentOf(auditEntries.recordedAt).as("moment"),
      kind: sql<string>`${auditEntries.act}`.as("kind"),
      purpose: sql<string | null>`${auditEntries.purpose}`.as("purpose"),
      section: sql<string | null>`${sections.name}`.as("section"),
    })
    .from(auditEntries)
    .leftJoin(staff, eq(staff.id, auditEntries.staffId))
    .leftJoin(sections, eq(sections.id, staff.sectionId))
    .where(
      and(
        eq(auditEntries.targetId, memberId),
        eq(auditEntries.targetKind, "member"),
        eq(auditEntries.outcome, "done"),
        inArray(auditEntries.act, [...lookingActs]),
        further,
      ),
    )
    .orderBy(sql`${auditEntries.recordedAt} desc, ${auditEntries.id} desc`)
    .limit(limit);

const events = (memberId: string, further: SQL | undefined, limit: number) =>
  db
    .select({
      source: sql<string>`'own'`.as("source"),
      id: sql<number>`${memberEvents.id}`.mapWith(Number).as("id"),
      recordedAt: memberEvents.recordedAt,
      moment: momentOf(memberEvents.recordedAt).as("moment"),
      kind: sql<string>`${memberEvents.kind}`.as("kind"),
      purpose: none.as("purpose"),
      section: sql<string | null>`${sections.name}`.as("section"),
    })
    .from(memberEvents)
    .leftJoin(staff, sql`${memberEvents.actor} = 'staff:' || ${staff.id}`)
    .leftJoin(sections, eq(sections.id, staff.sectionId))
    .where(and(eq(memberEvents.memberId, memberId), further))
    .orderBy(sql`${memberEvents.recordedAt} desc, ${memberEvents.id} desc`)
    .limit(limit);

/** Who looked at the member's data, and what the member did, the latest first; `after` is the key of the page before. */
export async function listOwnLog(memberId: string, after?: string, size = PAGE_SIZE): Promise<Page<OwnLogLine>> {
  const key = readKey(after, [isNumber, (part) => part === "looked" || part === "own", isNumber]);
  const before = (source: string, at: SQL, id: SQL) =>
    key && sql`(${at}, ${source}::text, ${id}) < (${atMoment(key[0])}, ${key[1]}::text, ${key[2]}::bigint)`;
  const looked = before("looked", sql`${auditEntries.recordedAt}`, sql`${auditEntries.id}`);
  const own = before("own", sql`${memberEvents.recordedAt}`, sql`${memberEvents.id}`);
  const rows = await unionAll(looks(memberId, looked, size + 1), events(memberId, own, size + 1))
    .orderBy(sql`"recorded_at" desc, "source" desc, "id" desc`)
    .limit(size + 1);
  return cutPage(rows, size, ({ moment, source, id }) => [moment, source, id]);
}
