import { type ApprovalLimits, needsApprovalForCode } from "@/lib/approvals/decide-approval-need";
import type { Draft } from "@/lib/approvals/open-approval";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideIssue, type IssueRefusal } from "./decide-code";
import type { FoundTarget } from "./find-code-target";

type ActivityTarget = Extract<FoundTarget, { kind: "activity" }>;
type LiveCode = { codeId: string; serial: number };

/** Whether nobody issues this code alone: one that grants much at a time (points). Shops' codes grant nothing. */
export const needsSecondPerson = (target: FoundTarget, limits: ApprovalLimits): target is ActivityTarget =>
  target.kind === "activity" && needsApprovalForCode(target.points, limits);

/** Whether one person may issue a code: it may be issued at all, and grants no more than the city's limit. */
export function decideAlone(
  target: FoundTarget | undefined,
  limits: ApprovalLimits,
  at: Date,
): Result<null, IssueRefusal | "needs_approval"> {
  const issuable = decideIssue(target, at);
  if (!issuable.ok || !target) return issuable;
  return needsSecondPerson(target, limits) ? refuse("needs_approval") : ok(null);
}

/** A new code is asked for where none lives; another one only in the place of the one that does. */
export function decideCodeDraft(
  target: FoundTarget | undefined,
  live: LiveCode | undefined,
  replacesId: string | undefined,
): Result<ActivityTarget, "unknown_target" | "code_is_live" | "not_live"> {
  if (target?.kind !== "activity") return refuse("unknown_target");
  if (replacesId) return live?.codeId === replacesId ? ok(target) : refuse("not_live");
  return live ? refuse("code_is_live") : ok(target);
}

/** `replacesId`: the live code that becomes void in the same moment. */
export type CodeWish = {
  activityId: string;
  reason: string;
  replacesId?: string | undefined;
  followsId?: string | undefined;
};

/** What the second person is asked: for which activity, what each reading grants, and which code goes. */
export function codeDraftOf(activity: ActivityTarget, live: LiveCode | undefined, wish: CodeWish): Draft {
  const { title, points, sectionId } = activity;
  const { activityId, reason, replacesId = null, followsId } = wish;
  return {
    kind: "issue_code",
    payload: { activityId, points, reason, replaces: replacesId },
    effect: {
      lines: [
        { label: "activity", before: title, after: title },
        { label: "points", before: String(points), after: String(points) },
        { label: "serial", before: live ? String(live.serial) : null, after: "new" },
      ],
    },
    reason,
    target: { kind: "activity", id: activityId },
    sectionId,
    followsId,
  };
}
