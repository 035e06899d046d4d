"use server";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Route } from "next";
import { redirect } from "next/navigation";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { ensureBrowserHash, findBrowserHash } from "@/lib/auth/browser";
import { requireVisitor } from "@/lib/auth/guards";
import { EmailInput } from "@/lib/auth/input";
import { openResume } from "@/lib/auth/resume";
import { sendMemberCode } from "@/lib/auth/send-code";
import { answerPasskey, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { signInMemberByPasskey } from "@/lib/auth/sign-in-member-by-passkey";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import { AssertionInput } from "@/lib/passkeys/input";
import { memberKeys } from "@/lib/passkeys/keys";
import { offerSignIn } from "@/lib/passkeys/questions";
import { type FormState, formValues } from "@/lib/shared/form";

/** Sends a code to the typed address, known here or not, and goes on to where it is typed. */
export async function askCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const values = formValues(form);
  const input = EmailInput.safeParse(values);
  if (!input.success) return answerTyped(input.error, values);
  const refused = await sendMemberCode(input.data.email, openResume(input.data.to), visitor);
  return refused ? { ...refused, values } : redirect("/sign-in/code");
}

/** Asks for any citizen's passkey, whoever is there: the question tells nobody anything. */
export async function askPasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialRequestOptionsJSON>> {
  const { address } = await requireVisitor();
  const allowed = await takeAttempt("passkey_question", address);
  if (!allowed.ok) return { ok: false, answer: await answerWait("guesses", allowed.retryAfterSeconds) };
  return { ok: true, options: await offerSignIn(memberKeys, await ensureBrowserHash(), await cityNow()) };
}

/** Signs in with a passkey; a claim that waited for it is made in this same request. */
export async function signInByPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const { to, ...answered } = formValues(form);
  const input = AssertionInput.safeParse(answered);
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused", "member");
  const shown = { browserHash, assertion: input.data.response };
  const answer = await signInMemberByPasskey(shown, openResume(to), visitor, await cityNow());
  if (answer.ok) redirect(answer.value.landing as Route);
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answerPasskey(answer.reason, "member");
}
