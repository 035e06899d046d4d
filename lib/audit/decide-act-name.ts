import type { Verb } from "@/lib/approvals/decide-audit-row";
import type { ApprovalKind } from "@/lib/approvals/input";

type Steps = Record<Verb, true>;
type Kinds = Record<ApprovalKind, true>;

const verbs: Steps = { draft: true, approve: true, send_back: true, withdraw: true };
const kinds: Kinds = {
  set_programme_budget: true,
  change_programme_rule: true,
  correct_grant: true,
  correct_payment: true,
  return_exchange: true,
  issue_code: true,
  merge_members: true,
  undo_merge: true,
  change_roles: true,
  invite_staff: true,
  recover_staff: true,
  enable_staff: true,
  go_live: true,
};

export type ApprovalStep = { verb: Verb; kind: ApprovalKind };

/** Every step that an approval of each kind may have, with the name of its act. */
export const approvalSteps: readonly (ApprovalStep & { act: string })[] = (Object.keys(verbs) as Verb[]).flatMap(
  (verb) => (Object.keys(kinds) as ApprovalKind[]).map((kind) => ({ verb, kind, act: `${verb}_${kind}` })),
);

/** The step of an approval that an act's name tells; undefined for any other act. */
export const decideActName = (act: string): ApprovalStep | undefined => approvalSteps.find((step) => step.act === act);
