import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { approvalCounters, approvals, settings } from "@/db/schema";
import type { Effect } from "@/db/schema/approvals";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { cityDay, fiscalYear } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { formatApprovalNumber } from "./decide-approval-number";
import { auditRowOf } from "./decide-audit-row";
import { type DraftRefusal, decideDraft, draftRefusals } from "./decide-draft";
import type { Payload } from "./decide-payload";
import { findGuardRefusal } from "./decide-refusal";
import { expireAbout, findFollowed, findPending, lockNextNumber } from "./find-draft-facts";
import { hashPayload } from "./hash-payload";
import type { ApprovalKind } from "./input";

export type Draft = {
  kind: ApprovalKind;
  /** What the domain's `execute-…` will be given; no personal data that the tables would not hold open. */
  payload: Payload;
  /** What will change, for the second person's eyes; kept in the audit too. */
  effect: Effect;
  reason: string;
  target: { kind: string; id: string | null };
  /** The section whose affair it is; null: the whole city's. */
  sectionId: string | null;
  /** The member whose wallet it touches. */
  memberId?: string | undefined;
  /** The sent-back draft that this one replaces. */
  followsId?: string | undefined;
};

/** `number`: 起案番号. The very same draft again gives the first one and writes nothing. */
export type OpenedDraft = { id: string; number: string; isRepeat: boolean };

/**
 * 起案: asks for an act that needs a second person, in the transaction of the use case that found it may be asked for, with its audit row.
 * Refuses `draft_pending` (another one about the same thing waits), `not_sent_back` (what `followsId` names), `own_wallet`, `staff_disabled`;
 * then the caller returns, so that `runTransaction` undoes all.
 */
export async function openApproval(
  tx: Transaction,
  draft: Draft,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, DraftRefusal>> {
  const year = fiscalYear(cityDay(at));
  const number = await lockNextNumber(tx, year);
  await expireAbout(tx, draft, at);
  const payloadHash = hashPayload(draft.payload);
  const pending = await findPending(tx, draft, payloadHash);
  const decided = decideDraft(actor.staffId, pending, await findFollowed(tx, draft));
  if (!decided.ok) return decided;
  if (pending && decided.value.repeatOf) return ok({ id: pending.id, number: pending.number, isRepeat: true });
  const opened = { id: newId(), number: formatApprovalNumber(year, number) };
  const refusal = await insertDraft(
    tx,
    draft,
    { id: opened.id, payloadHash, fiscalYear: year, number },
    actor.staffId,
    at,
  );
  if (refusal) return refuse(refusal);
  await tx.update(approvalCounters).set({ lastNumber: number }).where(eq(approvalCounters.fiscalYear, year));
  await recordAct(tx, actor, auditRowOf("draft", { ...draft, ...opened }, draft.reason), at);
  return ok({ ...opened, isRepeat: false });
}

type Numbered = { id: string; payloadHash: Buffer; fiscalYear: number; number: number };

/** Names what the table's guard refused, which has poisoned the transaction. */
async function insertDraft(tx: Transaction, draft: Draft, numbered: Numbered, makerId: string, at: Date) {
  const { target, followsId, memberId, ...rest } = draft;
  const days = sql`(select value::text::int from ${settings} where key = 'approval_days')`;
  const row = {
    ...{ ...rest, ...numbered, makerId, createdAt: at },
    ...{ targetKind: target.kind, targetId: target.id, memberId: memberId ?? null, followsId: followsId ?? null },
    expiresAt: sql`${at.toISOString()}::timestamptz + ${days} * interval '1 day'`,
  };
  try {
    await tx.insert(approvals).values(row);
    return undefined;
  } catch (thrown) {
    const refusal = draftRefusals.find((reason) => reason === findGuardRefusal(thrown));
    if (refusal) return refusal;
    throw thrown;
  }
}
