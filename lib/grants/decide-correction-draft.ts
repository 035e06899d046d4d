import { type ApprovalLimits, needsApprovalToCorrect } from "@/lib/approvals/decide-approval-need";
import type { Draft } from "@/lib/approvals/open-approval";
import type { CorrectionFacts } from "./find-correction-facts";
import type { CorrectionInput } from "./input";

export type CorrectionKind = "correct_grant" | "correct_payment";
/** What the entry belongs to, by name, and the section whose affair it is; null: the whole city's. */
export type CorrectedEntry = { name: string; sectionId: string | null; reversed: number | null };

/** Whether a second person is to be asked. What was corrected already is not corrected again by anybody: it is answered with the first one. */
export const needsSecondPerson = (
  entry: Pick<CorrectedEntry, "reversed">,
  points: number,
  limits: ApprovalLimits,
): boolean => entry.reversed === null && needsApprovalToCorrect(points, limits);

type Asked = { kind: CorrectionKind; entry: CorrectedEntry; facts: CorrectionFacts; graceDays: number };

/** What the second person is asked: the entry, and what the member has before and after (points). */
export function correctionDraftOf(
  { kind, entry, facts, graceDays }: Asked,
  { transferId, points, reason, followsId }: CorrectionInput,
): Draft {
  const line = (label: string, before: string | number, after: string | number) => ({
    label,
    before: String(before),
    after: String(after),
  });
  const own =
    kind === "correct_grant"
      ? [line("remaining", facts.remaining, facts.remaining - points)]
      : [line("refunded", 0, points)];
  const change = kind === "correct_grant" ? -points : points;
  return {
    kind,
    payload: { transferId, points, reason, graceDays },
    effect: {
      lines: [
        line(kind === "correct_grant" ? "programme" : "shop", entry.name, entry.name),
        line("entry", facts.points, facts.points),
        ...own,
        line("balance", facts.balance, facts.balance + change),
      ],
      people: 1,
      points: change,
    },
    reason,
    target: { kind: "transfer", id: transferId },
    sectionId: entry.sectionId,
    memberId: facts.memberId,
    followsId,
  };
}
