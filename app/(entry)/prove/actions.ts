"use server";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Route } from "next";
import { redirect } from "next/navigation";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { ensureBrowserHash, findBrowserHash } from "@/lib/auth/browser";
import { requireSignedIn } from "@/lib/auth/guards";
import { proveByPasskey } from "@/lib/auth/prove-member";
import { openResume } from "@/lib/auth/resume";
import { sendMemberCode } from "@/lib/auth/send-code";
import { answerPasskey, answerWait } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import { findOwnEmail } from "@/lib/members/ways-in";
import { AssertionInput } from "@/lib/passkeys/input";
import { memberKeys } from "@/lib/passkeys/keys";
import { offerAgain } from "@/lib/passkeys/questions";
import { type FormState, formValues } from "@/lib/shared/form";

/** Mails a code to the member's own address and goes on to where it is typed. */
export async function askProveCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId, ...visitor } = await requireSignedIn("/me/ways-in");
  const email = await findOwnEmail(memberId);
  if (!email) redirect("/prove");
  const refused = await sendMemberCode(email, openResume(formValues(form).to), visitor, "member_prove");
  return refused ?? redirect("/prove/code");
}

/** Asks the member for one of their passkeys. */
export async function askProvePasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialRequestOptionsJSON>> {
  const { memberId, address } = await requireSignedIn("/me/ways-in");
  const allowed = await takeAttempt("passkey_question", address);
  if (!allowed.ok) return { ok: false, answer: await answerWait("guesses", allowed.retryAfterSeconds) };
  const of = { browserHash: await ensureBrowserHash(), purpose: "prove", ownerId: memberId } as const;
  return { ok: true, options: await offerAgain(memberKeys, of, await cityNow()) };
}

/** Shows one of them. */
export async function proveByPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId, address } = await requireSignedIn("/me/ways-in");
  const { to, ...answered } = formValues(form);
  const input = AssertionInput.safeParse(answered);
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused", "member");
  const shown = { browserHash, assertion: input.data.response };
  const answer = await proveByPasskey(shown, memberId, address, await cityNow());
  if (answer.ok) redirect((openResume(to) ?? "/me/ways-in") as Route);
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answerPasskey(answer.reason, "member");
}
