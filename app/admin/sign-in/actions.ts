"use server";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { redirect } from "next/navigation";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { ensureBrowserHash, findBrowserHash } from "@/lib/auth/browser";
import { endStaffVisit } from "@/lib/auth/end-staff-visit";
import { requireStaff, requireVisitor } from "@/lib/auth/guards";
import { EmailInput } from "@/lib/auth/input";
import { sendStaffCode } from "@/lib/auth/send-code";
import { answerPasskey, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { signInByPasskey } from "@/lib/auth/sign-in-by-passkey";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import { AssertionInput } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerSignIn } from "@/lib/passkeys/questions";
import { type FormState, formValues } from "@/lib/shared/form";

/** Sends a code to the typed address if it is an enabled person's, and says the same if it is not. */
export async function askStaffCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const values = formValues(form);
  const input = EmailInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const refused = await sendStaffCode(input.data.email, visitor);
  return refused ? { ...refused, values } : redirect("/admin/sign-in/code");
}

/** Asks for any passkey of ours, whoever is there: the question tells nobody anything. */
export async function askSignInPasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialRequestOptionsJSON>> {
  const { address } = await requireVisitor();
  const allowed = await takeAttempt("passkey_question", address);
  if (!allowed.ok) return { ok: false, answer: await answerWait("guesses", allowed.retryAfterSeconds) };
  return { ok: true, options: await offerSignIn(staffKeys, await ensureBrowserHash(), await cityNow()) };
}

/** Signs staff in with a passkey. */
export async function signInByPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const input = AssertionInput.safeParse(formValues(form));
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused");
  const answer = await signInByPasskey({ browserHash, assertion: input.data.response }, visitor, await cityNow());
  if (answer.ok) redirect("/admin");
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answerPasskey(answer.reason);
}

/** Ends the session of this browser. */
export async function signOutStaffAction(): Promise<void> {
  const { actor } = await requireStaff();
  await endStaffVisit(actor, await cityNow());
  redirect("/admin/sign-in");
}
