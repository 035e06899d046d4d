import type { ApprovalKind } from "@/lib/approvals/input";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { isWithin } from "@/lib/shared/scope";
import { decidePermission, type Holding } from "./decide-permission";
import type { Permission, Role } from "./permissions";

/** What somebody needs to ask for an act of each kind. */
const permissionOf: Record<ApprovalKind, Permission> = {
  set_programme_budget: "programme.write",
  change_programme_rule: "programme.write",
  correct_grant: "grant.correct",
  correct_payment: "grant.correct",
  return_exchange: "reward.write",
  issue_code: "code.write",
  merge_members: "member.merge",
  undo_merge: "member.merge",
  change_roles: "staff.manage",
  invite_staff: "staff.manage",
  recover_staff: "staff.manage",
  enable_staff: "staff.manage",
  go_live: "settings.write",
};

export type MakerRefusal = "maker_not_permitted";
type Asked = { kind: ApprovalKind; sectionId: string | null };

/** Whether who asked for an act may ask for it still: a draft does not outlive its maker's role. `table` is `permissions`. */
export function decideMaker(
  table: Record<Permission, readonly Role[]>,
  holdings: readonly Holding[],
  { kind, sectionId }: Asked,
): Result<null, MakerRefusal> {
  const scope = decidePermission(table, holdings, permissionOf[kind]);
  if (scope === undefined) return refuse("maker_not_permitted");
  // A payment takes from many sections' points, so its draft is the whole city's, whichever section's person found it.
  return kind === "correct_payment" || isWithin(scope, sectionId) ? ok(null) : refuse("maker_not_permitted");
}
