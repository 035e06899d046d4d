import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import type { Effect } from "@/db/schema/approvals";
import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import type { Payload } from "@/lib/approvals/decide-payload";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import type { Result } from "@/lib/shared/result";
import type { StaffRefusal } from "./decide-staff";

type StaffKind = "change_roles" | "invite_staff" | "recover_staff" | "enable_staff";
export type StaffDraft = { kind: StaffKind; staffId: string; reason: string };
/** What is asked for, once it was decided that it may be. */
export type Asked = { payload: Payload; effect: Effect };
export type StaffDraftRefusal = StaffRefusal | DraftRefusal;

/** Asks a second administrator for an act on the staff; `prepare` decides whether it may be asked for, in the draft's transaction. */
export async function draftStaffAct(
  { kind, staffId, reason }: StaffDraft,
  prepare: (tx: Transaction) => Promise<Result<Asked, StaffRefusal>>,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, StaffDraftRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<OpenedDraft, StaffDraftRefusal>> => {
    const asked = await prepare(tx);
    if (!asked.ok) return asked;
    const draft = { kind, reason, target: { kind: "staff", id: staffId }, sectionId: null, ...asked.value };
    return openApproval(tx, draft, actor, at);
  });
  return recordDenied(answer, actor, { act: `draft_${kind}`, targetKind: "staff", targetId: staffId }, at);
}

/** A person's name, for the second person's eyes. */
export async function getStaffName(tx: Transaction, staffId: string): Promise<string> {
  const [person] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId));
  if (!person) throw new Error("a person who was just decided about is not there");
  return person.name;
}
