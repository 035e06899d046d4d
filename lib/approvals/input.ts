import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";

/** Acts on the staff themselves, and the step into the real run: one administrator asks, a second decides. */
export const staffKinds = ["change_roles", "invite_staff", "recover_staff", "enable_staff", "go_live"] as const;
/** Every act that needs two persons. */
export const approvalKinds = [
  "set_programme_budget",
  "change_programme_rule",
  "correct_grant",
  "correct_payment",
  "return_exchange",
  "issue_code",
  "merge_members",
  "undo_merge",
  ...staffKinds,
] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

export const approvalStates = ["pending", "approved", "sent_back", "withdrawn", "expired"] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** Why a draft is made: the second person and the auditors read it. Reasons: `required`, `too_long`. */
export const DraftReason = z.object({ draftReason: typedProse(400), followsId: z.uuid().optional().catch(undefined) });

export const ApprovalInput = z.object({ approvalId: z.uuid() });

/** A draft is sent back with what has to be mended. */
export const SendBackInput = ApprovalInput.extend({ note: typedProse(400) });
