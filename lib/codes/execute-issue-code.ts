import type { Transaction } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideIssue, type IssueRefusal } from "./decide-code";
import { lockCodeTarget } from "./find-code-target";
import { CodePayload } from "./input";
import { insertCode } from "./insert-code";
import { markRevoked } from "./revoke-code";

export type ApprovedCodeRefusal = IssueRefusal | "not_live" | "points_changed" | "code_is_live";

/**
 * Issues an approved code in the approval's transaction, the old one void in the same moment where it replaces one. Looks again: the activity
 * may be cancelled or over, may grant another amount, or have another code by now.
 */
export async function executeIssueCode(
  tx: Transaction,
  { payload }: { payload: unknown },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ codeId: string; serial: number }, ApprovedCodeRefusal>> {
  const { activityId, points, reason, replaces } = CodePayload.parse(payload);
  const target = await lockCodeTarget(tx, { activityId }, "everywhere");
  const decided = decideIssue(target, at);
  if (!decided.ok) return decided;
  if (target?.kind !== "activity" || target.points !== points) return refuse("points_changed");
  const issuer = { ...actor, scope: "everywhere" } as const;
  if (replaces && !(await markRevoked(tx, { codeId: replaces, reason }, issuer, at))) return refuse("not_live");
  const code = await insertCode(tx, { activityId }, actor.staffId, at);
  return code ? ok({ codeId: code.codeId, serial: code.serial }) : refuse("code_is_live");
}
