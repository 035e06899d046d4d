"use server";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { redirect } from "next/navigation";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { ensureBrowserHash, findBrowserHash } from "@/lib/auth/browser";
import { decideFreshPath } from "@/lib/auth/decide-fresh";
import { requirePermission } from "@/lib/auth/guards";
import { CodeInput } from "@/lib/auth/input";
import { answerPasskey, answerSecond, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { stepUpByPasskey, stepUpByTotp } from "@/lib/auth/step-up";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import { AssertionInput } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerAgain } from "@/lib/passkeys/questions";
import { type FormState, formValues } from "@/lib/shared/form";

/** On to where the person was going, if it is one of the listed pages; without one, the page says that it is done. */
const onward = (to: string | undefined) => redirect(to ? decideFreshPath(to) : "/admin/step-up");

/** Asks the signed-in person for one of their passkeys. */
export async function askStepUpPasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialRequestOptionsJSON>> {
  const { staffId } = await requirePermission("console.read");
  const allowed = await takeAttempt("passkey_question", staffId);
  if (!allowed.ok) return { ok: false, answer: await answerWait("guesses", allowed.retryAfterSeconds) };
  const of = { browserHash: await ensureBrowserHash(), purpose: "step_up", ownerId: staffId } as const;
  return { ok: true, options: await offerAgain(staffKeys, of, await cityNow()) };
}

/** Makes the session fresh by a passkey. */
export async function stepUpByPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor, sessionId } = await requirePermission("console.read");
  const { to, ...answered } = formValues(form);
  const input = AssertionInput.safeParse(answered);
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused");
  const shown = { browserHash, assertion: input.data.response };
  const answer = await stepUpByPasskey(shown, { actor, sessionId }, await cityNow());
  return answer.ok ? onward(to) : answerPasskey(answer.reason);
}

/** Makes the session fresh by the code of an authenticator app. */
export async function stepUpByTotpAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor, sessionId } = await requirePermission("console.read");
  const { to, ...typed } = formValues(form);
  const input = CodeInput.safeParse(typed);
  if (!input.success) return answerTyped(input.error, {}, "totp");
  const answer = await stepUpByTotp(input.data, { actor, sessionId }, new Date(), await cityNow());
  if (answer.ok) return onward(to);
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answerSecond(answer.reason);
}
