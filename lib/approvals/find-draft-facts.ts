import { and, eq, lte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { approvalCounters, approvals } from "@/db/schema";
import { isSameHash } from "@/lib/shared/keyed-hash";
import { formatApprovalNumber } from "./decide-approval-number";
import type { FollowedDraft, PendingDraft } from "./decide-draft";
import type { ApprovalKind } from "./input";

type Wish = { kind: ApprovalKind; target: { kind: string; id: string | null }; followsId?: string | undefined };

/** The next number of a fiscal year; its row stays locked, so that drafts are made one after the other and numbers have no gap. */
export async function lockNextNumber(tx: Transaction, fiscalYear: number): Promise<number> {
  await tx.insert(approvalCounters).values({ fiscalYear, lastNumber: 0 }).onConflictDoNothing();
  const [counter] = await tx
    .select({ last: approvalCounters.lastNumber })
    .from(approvalCounters)
    .where(eq(approvalCounters.fiscalYear, fiscalYear))
    .for("update");
  if (!counter) throw new Error("a counter that was just ensured is not there");
  return counter.last + 1;
}

const isAbout = ({ kind, target }: Wish) =>
  and(
    eq(approvals.kind, kind),
    eq(approvals.state, "pending"),
    eq(approvals.targetKind, target.kind),
    // What has no id yet is never the same thing as another.
    target.id === null ? sql`false` : eq(approvals.targetId, target.id),
  );

/** A draft that nobody decided in time is no hindrance to a new one. */
export async function expireAbout(tx: Transaction, wish: Wish, at: Date): Promise<void> {
  await tx
    .update(approvals)
    .set({ state: "expired", endedAt: at })
    .where(and(isAbout(wish), lte(approvals.expiresAt, at)));
}

/** The draft of this kind that waits about this thing, with its 起案番号. */
export async function findPending(
  tx: Transaction,
  wish: Wish,
  payloadHash: Buffer,
): Promise<(PendingDraft & { number: string }) | undefined> {
  const [found] = await tx
    .select({
      id: approvals.id,
      makerId: approvals.makerId,
      hash: approvals.payloadHash,
      year: approvals.fiscalYear,
      number: approvals.number,
    })
    .from(approvals)
    .where(isAbout(wish));
  if (!found) return undefined;
  const { id, makerId, hash, year, number } = found;
  return { id, makerId, isSamePayload: isSameHash(hash, payloadHash), number: formatApprovalNumber(year, number) };
}

/** What a new draft says it replaces; "none" where it says nothing. */
export async function findFollowed(
  tx: Transaction,
  { kind, target, followsId }: Wish,
): Promise<FollowedDraft | "none" | undefined> {
  if (!followsId) return "none";
  const [found] = await tx
    .select({
      state: approvals.state,
      makerId: approvals.makerId,
      kind: approvals.kind,
      targetId: approvals.targetId,
      isFollowed: sql<boolean>`exists (select from approvals f where f.follows_id = approvals.id)`,
    })
    .from(approvals)
    .where(eq(approvals.id, followsId));
  if (!found) return undefined;
  return { ...found, isSameTarget: found.kind === kind && found.targetId === target.id };
}
