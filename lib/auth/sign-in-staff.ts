import "server-only";
import type { TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { rememberBrowser } from "./known-browser";
import { startSession } from "./start-session";
import { tryCode } from "./try-code";
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
  const proven = await tryCode("staff", typed, from.address, (code) => verifyStaffCode(code, from.requestId, at));
  if (!proven.ok) return proven;
  const { staffId, emailIndex } = proven.value;
  await startSession({ staffId }, at);
  await rememberBrowser("staff", emailIndex);
  return { ok: true };
}
