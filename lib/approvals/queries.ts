import { and, desc, eq, gt, inArray, lt, ne, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { approvals, members, sections, staff } from "@/db/schema";
import { cutPage, isId, PAGE_SIZE, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import type { Authority } from "./decide-approval";
import { formatApprovalNumber } from "./decide-approval-number";
import { type ApprovalKind, type ApprovalState, staffKinds } from "./input";

export const approvalViews = ["inbox", "mine", "done"] as const;
export type ApprovalView = (typeof approvalViews)[number];
/** Who looks: what they may read, and what they may decide. */
export type Reader = { staffId: string; reads: Authority; decides: Authority };

const makers = alias(staff, "makers");
const checkers = alias(staff, "checkers");

const isInScope = (scope: Scope | undefined): SQL | undefined => {
  if (scope === undefined) return sql`false`;
  return scope === "everywhere" ? undefined : inArray(approvals.sectionId, [...scope]);
};
const isAboutStaff = inArray(approvals.kind, [...staffKinds]);
const isWithin = ({ acts, staff: people }: Authority) =>
  or(and(not(isAboutStaff), isInScope(acts)), and(isAboutStaff, isInScope(people)));

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const isWaiting = (at: Date) => and(eq(approvals.state, "pending"), gt(approvals.expiresAt, at));

/** A draft whose time is over has ended, whether the sweep has been there or not. */
const stateAt = (at: Date) =>
  sql<ApprovalState>`case when ${approvals.state} = 'pending' and ${approvals.expiresAt} <= ${instant(at)} then 'expired' else ${approvals.state} end`;

const summary = (at: Date) => ({
  id: approvals.id,
  year: approvals.fiscalYear,
  serial: approvals.number,
  kind: sql<ApprovalKind>`${approvals.kind}`,
  state: stateAt(at),
  section: sections.name,
  maker: makers.name,
  makerId: approvals.makerId,
  createdAt: approvals.createdAt,
  expiresAt: approvals.expiresAt,
  checker: checkers.name,
  endedAt: approvals.endedAt,
  effect: approvals.effect,
});

const isInView = (view: ApprovalView, { staffId, reads, decides }: Reader, at: Date): SQL | undefined => {
  if (view === "mine") return eq(approvals.makerId, staffId);
  if (view === "inbox") return and(isWaiting(at), ne(approvals.makerId, staffId), isWithin(decides));
  return and(not(isWaiting(at) ?? sql`false`), or(isWithin(reads), eq(approvals.makerId, staffId)));
};

const numbered = <Row extends { year: number; serial: number }>({ year, serial, ...row }: Row) => ({
  ...row,
  number: formatApprovalNumber(year, serial),
});

/** Drafts, the latest first: those that wait for this person, their own, or those that have ended. */
export async function listApprovals(view: ApprovalView, reader: Reader, at: Date, after?: string) {
  const [lastId] = readKey(after, [isId]) ?? [];
  const rows = await db
    .select(summary(at))
    .from(approvals)
    .innerJoin(makers, eq(makers.id, approvals.makerId))
    .leftJoin(checkers, eq(checkers.id, approvals.checkerId))
    .leftJoin(sections, eq(sections.id, approvals.sectionId))
    .where(and(isInView(view, reader, at), lastId ? lt(approvals.id, lastId) : undefined))
    .orderBy(desc(approvals.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows.map(numbered), PAGE_SIZE, (row) => [row.id]);
}
export type ApprovalRow = Awaited<ReturnType<typeof listApprovals>>["rows"][number];

/** How many drafts wait for this person. */
export const countInbox = (reader: Reader, at: Date): Promise<number> =>
  db.$count(approvals, isInView("inbox", reader, at));

/** One draft as its page shows it; what lies outside a person's sight is as if not there, except their own. */
export async function findApproval(id: string, { staffId, reads, decides }: Reader, at: Date) {
  const follower = alias(approvals, "follower");
  const [found] = await db
    .select({
      ...summary(at),
      reason: approvals.reason,
      note: approvals.note,
      targetKind: approvals.targetKind,
      targetId: approvals.targetId,
      sectionId: approvals.sectionId,
      payload: approvals.payload,
      result: approvals.result,
      memberNumber: members.number,
      checkerId: approvals.checkerId,
      followsId: approvals.followsId,
      followedBy: follower.id,
    })
    .from(approvals)
    .innerJoin(makers, eq(makers.id, approvals.makerId))
    .leftJoin(checkers, eq(checkers.id, approvals.checkerId))
    .leftJoin(sections, eq(sections.id, approvals.sectionId))
    .leftJoin(members, eq(members.id, approvals.memberId))
    .leftJoin(follower, eq(follower.followsId, approvals.id))
    .where(and(eq(approvals.id, id), or(isWithin(reads), isWithin(decides), eq(approvals.makerId, staffId))));
  return found && { ...numbered(found), aboutStaff: staffKinds.some((kind) => kind === found.kind) };
}
export type ApprovalDetail = NonNullable<Awaited<ReturnType<typeof findApproval>>>;

/** The drafts about one thing that wait for their second person. */
export async function listWaitingAbout(target: { kind: string; id: string }, at: Date) {
  const rows = await db
    .select(summary(at))
    .from(approvals)
    .innerJoin(makers, eq(makers.id, approvals.makerId))
    .leftJoin(checkers, eq(checkers.id, approvals.checkerId))
    .leftJoin(sections, eq(sections.id, approvals.sectionId))
    .where(and(eq(approvals.targetKind, target.kind), eq(approvals.targetId, target.id), isWaiting(at)))
    .orderBy(desc(approvals.id));
  return rows.map(numbered);
}

/** A maker's own draft that was sent back, to be opened again with its values. */
export async function findSentBack(id: string, kind: ApprovalKind, makerId: string) {
  const [found] = await db
    .select({ id: approvals.id, payload: approvals.payload, reason: approvals.reason, note: approvals.note })
    .from(approvals)
    .where(
      and(
        eq(approvals.id, id),
        eq(approvals.kind, kind),
        eq(approvals.makerId, makerId),
        eq(approvals.state, "sent_back"),
      ),
    );
  return found;
}
