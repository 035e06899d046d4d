import { type ApprovalLimits, needsApprovalToCorrect } from "@/lib/approvals/decide-approval-need";
import type { Draft } from "@/lib/approvals/open-approval";
import type { ReturnInput } from "./input";

/** An exchange with the section that keeps the item, and its member's spendable points now. */
export type ReturnFacts = {
  item: string;
  sectionId: string;
  pieces: number;
  points: number;
  returnedAt: Date | null;
  memberId: string;
  balance: number;
};

/** Whether a second person is to be asked for a return. One that was made already is its own answer, and asked of nobody. */
export const needsSecondPerson = (
  { points, returnedAt }: Pick<ReturnFacts, "points" | "returnedAt">,
  limits: ApprovalLimits,
): boolean => returnedAt === null && needsApprovalToCorrect(points, limits);

/** What the second person is asked: the goods that come back, and what the member has before and after (points). */
export function returnDraftOf(
  { item, sectionId, pieces, points, memberId, balance }: ReturnFacts,
  { transferId, reason, followsId }: ReturnInput,
): Draft {
  const line = (label: string, before: string | number, after: string | number) => ({
    label,
    before: String(before),
    after: String(after),
  });
  return {
    kind: "return_exchange",
    payload: { transferId, reason },
    effect: {
      lines: [
        line("reward", item, item),
        line("pieces", 0, pieces),
        line("refunded", 0, points),
        line("balance", balance, balance + points),
      ],
      people: 1,
      points,
    },
    reason,
    target: { kind: "transfer", id: transferId },
    sectionId,
    memberId,
    followsId,
  };
}
