import "server-only";
import { peekAttempt, takeAttempt } from "@/lib/limits/limits";
import type { TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { startSession } from "./start-session";
import { verifyStaffCode } from "./verify-staff-code";

export type StaffSignInAnswer =
  | { ok: true }
  | { ok: false; reason: CodeRefusal | "second_factor_needed" }
  | { ok: false; reason: "too_many_guesses"; retryAfterSeconds: number };

/** Signs a member of staff in to a session of their own kind. Only in an action. */
export async function signInStaff(
  typed: TypedCode,
  from: { address: string; requestId: string },
  at: Date,
): Promise<StaffSignInAnswer> {
  const allowed = await peekAttempt("sign_in_guess", from.address);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const proven = await verifyStaffCode(typed, from.requestId, at);
  if (!proven.ok) {
    if (proven.reason === "wrong_code") await takeAttempt("sign_in_guess", from.address);
    return proven;
  }
  await startSession(proven.value, at);
  return { ok: true };
}
