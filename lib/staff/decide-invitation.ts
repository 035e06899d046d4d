import { formatTypedCode, makeTypedCode, readTypedCode } from "@/lib/codes/decide-typed-code";
import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** An enrolment code is good for 72 hours and five wrong tries. */
export const INVITATION_MS = 72 * 60 * 60 * 1000;
export const INVITATION_TRIES = 5;

/** Eight characters, the last of which checks the others: a slip of the finger costs no try. */
export const makeEnrolmentCode = makeTypedCode;
export const formatEnrolmentCode = formatTypedCode;
export const readEnrolmentCode = readTypedCode;

export type OpenInvitation = { codeHash: Uint8Array; triesLeft: number; expiresAt: Date };
export type InvitationRefusal =
  | "no_invitation"
  | "invitation_expired"
  | "no_enrolment_tries_left"
  | "wrong_enrolment_code";

/** Whether a typed code, hashed for this person, is the one of their open invitation. */
export function decideInvitation(
  open: OpenInvitation | undefined,
  typedHash: Uint8Array,
  at: Date,
): Result<"right", InvitationRefusal> {
  if (!open) return refuse("no_invitation");
  if (open.expiresAt <= at) return refuse("invitation_expired");
  if (open.triesLeft <= 0) return refuse("no_enrolment_tries_left");
  return isSameHash(open.codeHash, typedHash) ? ok("right") : refuse("wrong_enrolment_code");
}
