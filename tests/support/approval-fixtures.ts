import type { Authority } from "@/lib/approvals/decide-approval";
import { type Draft, openApproval } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { newId } from "@/lib/shared/ids";
import { MAY_DAY } from "./staff-fixtures";

/** A second person who may decide everything. */
export const everything: Authority = { acts: "everywhere", staff: "everywhere" };

export const draftPlan = (sectionId: string, changes: Partial<Draft> = {}): Draft => ({
  kind: "set_programme_budget",
  payload: { budget: 20_000 },
  effect: { lines: [{ label: "budget", before: "10000", after: "20000" }] },
  reason: "参加者が増えたため",
  target: { kind: "programme", id: newId() },
  sectionId,
  ...changes,
});

/** Makes a draft in a transaction of its own, as a use case would. */
export const tryDraft = (draft: Draft, maker: StaffActor, at: Date = MAY_DAY) =>
  runTransaction((tx) => openApproval(tx, draft, maker, at));

export async function makeDraft(draft: Draft, maker: StaffActor, at: Date = MAY_DAY) {
  const opened = await tryDraft(draft, maker, at);
  if (!opened.ok) throw new Error(`a draft was refused: ${opened.reason}`);
  return opened.value;
}
