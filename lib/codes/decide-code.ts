import { ok, type Result, refuse } from "@/lib/shared/result";

/** What a printed code is for, as far as issuing it is concerned. */
export type CodeTarget =
  | { kind: "activity"; closesAt: Date; cancelledAt: Date | null }
  | { kind: "shop"; closedAt: Date | null };

export const issueRefusals = ["unknown_target", "activity_cancelled", "activity_over", "shop_closed"] as const;
export type IssueRefusal = (typeof issueRefusals)[number];

/** Whether a code may be printed: not for what is over, cancelled or closed. */
export function decideIssue(target: CodeTarget | undefined, at: Date): Result<null, IssueRefusal> {
  if (!target) return refuse("unknown_target");
  if (target.kind === "shop") return target.closedAt ? refuse("shop_closed") : ok(null);
  if (target.cancelledAt) return refuse("activity_cancelled");
  return at >= target.closesAt ? refuse("activity_over") : ok(null);
}
