import { ok, type Result, refuse } from "@/lib/shared/result";
import { isWithin, type Scope } from "@/lib/shared/scope";
import type { ApprovalKind, ApprovalState } from "./input";

/** Where somebody may read, or decide, drafts of the programmes' acts and drafts about the staff; undefined: nowhere. */
export type Authority = { acts: Scope | undefined; staff: Scope | undefined };

export type DraftFacts = {
  kind: ApprovalKind;
  aboutStaff: boolean;
  sectionId: string | null;
  makerId: string;
  checkerId: string | null;
  state: ApprovalState;
  expiresAt: Date;
  /** What would be executed is what was asked for, to the letter. */
  isIntact: boolean;
  /** Whether the member it touches is the checker as a citizen. */
  isOwnWallet: boolean;
};

export const decisionRefusals = [
  "unknown_approval",
  "already_decided",
  "draft_expired",
  "own_draft",
  "own_wallet",
  "not_permitted",
  "payload_changed",
  "staff_disabled",
  "maker_gone",
  "maker_own_wallet",
] as const;
export type DecisionRefusal = (typeof decisionRefusals)[number];

/** Whether this lies within somebody's authority: a draft about the staff by one permission, any other by another. */
function isWithinAuthority({ acts, staff }: Authority, draft: Pick<DraftFacts, "aboutStaff" | "sectionId">): boolean {
  const scope = draft.aboutStaff ? staff : acts;
  return scope !== undefined && isWithin(scope, draft.sectionId);
}

/** Whether somebody is shown what helps to decide a draft, and the decision: while it waits, for others than its maker, within their authority. */
export const isToDecide = (
  draft: Pick<DraftFacts, "aboutStaff" | "sectionId" | "state" | "makerId">,
  { staffId, decides }: { staffId: string; decides: Authority },
): boolean => draft.state === "pending" && draft.makerId !== staffId && isWithinAuthority(decides, draft);

/**
 * Whether this second person may approve a draft now, or send it back (product §3.9): not what has ended, not their own, not what touches their own
 * wallet, and only where they may. The database refuses the first three too.
 */
export function decideDecision<Draft extends DraftFacts>(
  draft: Draft | undefined,
  { staffId, authority }: { staffId: string; authority: Authority },
  at: Date,
): Result<Draft, DecisionRefusal> {
  if (!draft) return refuse("unknown_approval");
  if (draft.makerId === staffId) return refuse("own_draft");
  if (!isWithinAuthority(authority, draft)) return refuse("not_permitted");
  if (draft.state === "expired") return refuse("draft_expired");
  if (draft.state !== "pending") return refuse("already_decided");
  if (at >= draft.expiresAt) return refuse("draft_expired");
  if (draft.isOwnWallet) return refuse("own_wallet");
  return draft.isIntact ? ok(draft) : refuse("payload_changed");
}

export type WithdrawalRefusal = "unknown_approval" | "not_yours" | "already_decided" | "draft_expired";

/** A maker takes back what nobody has decided yet. */
export function decideWithdrawal<Draft extends DraftFacts>(
  draft: Draft | undefined,
  staffId: string,
  at: Date,
): Result<Draft, WithdrawalRefusal> {
  if (!draft) return refuse("unknown_approval");
  if (draft.makerId !== staffId) return refuse("not_yours");
  if (draft.state === "expired" || (draft.state === "pending" && at >= draft.expiresAt)) return refuse("draft_expired");
  return draft.state === "pending" ? ok(draft) : refuse("already_decided");
}
