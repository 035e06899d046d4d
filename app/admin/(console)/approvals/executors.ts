import type { Execute } from "@/lib/approvals/approve";
import type { ApprovalKind } from "@/lib/approvals/input";
import { type ApprovedCodeRefusal, executeIssueCode } from "@/lib/codes/execute-issue-code";
import type { GoingLiveRefusal } from "@/lib/going-live/decide-going-live";
import { executeGoingLive } from "@/lib/going-live/execute-going-live";
import type { CorrectionRefusal } from "@/lib/grants/decide-correction";
import { executeCorrectGrant, executeCorrectPayment } from "@/lib/grants/execute-correction";
import type { MergeRefusal } from "@/lib/members/decide-merge";
import { executeMergeMembers } from "@/lib/members/execute-merge-members";
import { executeUndoMerge } from "@/lib/members/execute-undo-merge";
import type { BudgetRefusal } from "@/lib/programmes/decide-budget";
import type { RuleRefusal } from "@/lib/programmes/decide-rule";
import { executeChangeProgrammeRule } from "@/lib/programmes/execute-change-programme-rule";
import { executeSetProgrammeBudget } from "@/lib/programmes/execute-set-programme-budget";
import type { ReturnRefusal } from "@/lib/rewards/decide-return";
import { executeReturnExchange } from "@/lib/rewards/execute-return-exchange";
import { checkMaker } from "@/lib/staff/check-maker";
import type { MakerRefusal } from "@/lib/staff/decide-maker";
import type { StaffRefusal } from "@/lib/staff/decide-staff";
import { executeChangeRoles } from "@/lib/staff/execute-change-roles";
import { executeEnableStaff } from "@/lib/staff/execute-enable-staff";
import { executeInviteStaff } from "@/lib/staff/execute-invite-staff";
import { executeRecoverStaff } from "@/lib/staff/execute-recover-staff";

/** What an approved act may refuse when it is executed; each has its sentence in `approvals.executeRefusal`. */
export type ExecuteRefusal =
  | BudgetRefusal
  | ReturnRefusal
  | RuleRefusal
  | StaffRefusal
  | CorrectionRefusal
  | ApprovedCodeRefusal
  | GoingLiveRefusal
  | MakerRefusal
  | MergeRefusal;

/** What runs when a draft of a kind is approved, in the approval's own transaction. */
const executors: Partial<Record<ApprovalKind, Execute<ExecuteRefusal>>> = {
  set_programme_budget: executeSetProgrammeBudget,
  change_programme_rule: executeChangeProgrammeRule,
  change_roles: executeChangeRoles,
  invite_staff: executeInviteStaff,
  recover_staff: executeRecoverStaff,
  enable_staff: executeEnableStaff,
  correct_grant: executeCorrectGrant,
  correct_payment: executeCorrectPayment,
  issue_code: executeIssueCode,
  return_exchange: executeReturnExchange,
  merge_members: executeMergeMembers,
  undo_merge: executeUndoMerge,
  go_live: executeGoingLive,
};

/** Does what a draft asks for, if its maker may ask for it still. */
export const execute: Execute<ExecuteRefusal> = async (tx, draft, actor, at) => {
  const run = executors[draft.kind];
  if (!run) throw new Error(`nothing executes a draft of kind ${draft.kind}`);
  const maker = await checkMaker(tx, draft);
  return maker.ok ? run(tx, draft, actor, at) : maker;
};
