import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type CorrectedEntry, type CorrectionKind, correctionDraftOf } from "./decide-correction-draft";
import { findCorrectionFacts } from "./find-correction-facts";
import type { CorrectionInput } from "./input";

type Wish = { kind: CorrectionKind; entry: CorrectedEntry; correction: CorrectionInput; graceDays: number };

type Drafted = Result<{ draft: OpenedDraft }, DraftRefusal | "unknown_transfer">;

/** Asks a second person for a correction that was found to be possible. Refuses what `openApproval` refuses. */
export function draftCorrection(
  { kind, entry, correction, graceDays }: Wish,
  actor: StaffActor,
  at: Date,
): Promise<Drafted> {
  return runTransaction(async (tx): Promise<Drafted> => {
    const facts = await findCorrectionFacts(tx, correction.transferId);
    if (!facts) return refuse("unknown_transfer");
    const opened = await openApproval(tx, correctionDraftOf({ kind, entry, facts, graceDays }, correction), actor, at);
    return opened.ok ? ok({ draft: opened.value }) : opened;
  });
}
