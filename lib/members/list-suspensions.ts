import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { memberAppeals, memberSuspensions, members, staff } from "@/db/schema";
import { openField } from "@/lib/open-field";
import { atMoment, momentOf } from "@/lib/shared/moment";
import { cutPage, isId, isNumber, PAGE_SIZE, readKey } from "@/lib/shared/page";

const answerers = alias(staff, "answerers");

const shown = {
  suspensionId: memberSuspensions.id,
  memberId: memberSuspensions.memberId,
  number: members.number,
  reason: memberSuspensions.reasonEncrypted,
  replyBy: memberSuspensions.replyBy,
  startedAt: memberSuspensions.startedAt,
  startedBy: staff.name,
  startedById: memberSuspensions.startedBy,
  endedAt: memberSuspensions.endedAt,
  endReason: memberSuspensions.endReasonEncrypted,
  appealId: memberAppeals.id,
  sentAt: memberAppeals.sentAt,
  answeredAt: memberAppeals.answeredAt,
};

type Sealed = { reason: Uint8Array | null; endReason: Uint8Array | null };
const openReasons = <Row extends Sealed>(row: Row) => ({
  ...row,
  reason: openField(row.reason) ?? "",
  endReason: openField(row.endReason),
});

const joined = () =>
  db
    .select(shown)
    .from(memberSuspensions)
    .innerJoin(members, eq(members.id, memberSuspensions.memberId))
    .innerJoin(staff, eq(staff.id, memberSuspensions.startedBy))
    .leftJoin(memberAppeals, eq(memberAppeals.suspensionId, memberSuspensions.id))
    .$dynamic();

/** Suspensions that have not ended, the latest first, one page. */
export async function listOpenSuspensions(after?: string) {
  const [lastId] = readKey(after, [isId]) ?? [];
  const rows = await joined()
    .where(and(isNull(memberSuspensions.endedAt), lastId ? lt(memberSuspensions.id, lastId) : undefined))
    .orderBy(desc(memberSuspensions.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows.map(openReasons), PAGE_SIZE, ({ suspensionId }) => [suspensionId]);
}
export type SuspensionRow = Awaited<ReturnType<typeof listOpenSuspensions>>["rows"][number];

/** Appeals without an answer, the oldest first, one page. */
export async function listOpenAppeals(after?: string) {
  const [lastAt, lastId] = readKey(after, [isNumber, isId]) ?? [];
  const later = sql`(${memberAppeals.sentAt}, ${memberAppeals.id}) > (${atMoment(lastAt)}, ${lastId ?? null}::uuid)`;
  const rows = await db
    .select({ ...shown, sentMoment: momentOf(memberAppeals.sentAt) })
    .from(memberAppeals)
    .innerJoin(memberSuspensions, eq(memberSuspensions.id, memberAppeals.suspensionId))
    .innerJoin(members, eq(members.id, memberSuspensions.memberId))
    .innerJoin(staff, eq(staff.id, memberSuspensions.startedBy))
    .where(and(isNull(memberAppeals.answeredAt), lastId ? later : undefined))
    .orderBy(memberAppeals.sentAt, memberAppeals.id)
    .limit(PAGE_SIZE + 1);
  return cutPage(rows.map(openReasons), PAGE_SIZE, ({ sentMoment, appealId }) => [String(sentMoment), appealId ?? ""]);
}

/** A member's suspension that has not ended, with what was said to it. */
export async function findOpenSuspension(memberId: string) {
  const [found] = await joined().where(
    and(eq(memberSuspensions.memberId, memberId), isNull(memberSuspensions.endedAt)),
  );
  return found && openReasons(found);
}

/** The member's latest suspension, ended or not, as its owner and who answers see it: with the appeal opened and its answer. */
const latest = () =>
  db
    .select({
      ...shown,
      text: memberAppeals.textEncrypted,
      answer: memberAppeals.answerEncrypted,
      isUpheld: memberAppeals.isUpheld,
      answeredBy: answerers.name,
    })
    .from(memberSuspensions)
    .innerJoin(members, eq(members.id, memberSuspensions.memberId))
    .innerJoin(staff, eq(staff.id, memberSuspensions.startedBy))
    .leftJoin(memberAppeals, eq(memberAppeals.suspensionId, memberSuspensions.id))
    .leftJoin(answerers, eq(answerers.id, memberAppeals.answeredBy))
    .$dynamic();

const opened = <Row extends Sealed & { text: Uint8Array | null; answer: Uint8Array | null }>(row: Row) => ({
  ...openReasons(row),
  text: openField(row.text),
  answer: openField(row.answer),
});

export async function findLatestSuspension(memberId: string) {
  const [found] = await latest()
    .where(eq(memberSuspensions.memberId, memberId))
    .orderBy(desc(memberSuspensions.startedAt))
    .limit(1);
  return found && opened(found);
}
export type OwnSuspension = NonNullable<Awaited<ReturnType<typeof findLatestSuspension>>>;

/** An appeal as who answers it reads it. */
export async function findAppeal(appealId: string) {
  const [found] = await latest().where(eq(memberAppeals.id, appealId));
  return found && opened(found);
}
