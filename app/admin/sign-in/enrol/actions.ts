"use server";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { redirect } from "next/navigation";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { acceptEnrolmentCode } from "@/lib/auth/accept-enrolment-code";
import { findBrowserHash } from "@/lib/auth/browser";
import { describeOwnDevice } from "@/lib/auth/describe-device";
import { describeTotp, type TotpState } from "@/lib/auth/describe-totp";
import { enrolByPasskey } from "@/lib/auth/enrol-by-passkey";
import { enrolByTotp } from "@/lib/auth/enrol-by-totp";
import { requireVisitor } from "@/lib/auth/guards";
import { EnrolmentInput, NewTotpInput } from "@/lib/auth/input";
import { mailFactorChange } from "@/lib/auth/mail-factor-change";
import { findEnrolling } from "@/lib/auth/second-step";
import { answerPasskey, answerSecond, answerTyped, answerWait } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { RegistrationInput } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerRegistration } from "@/lib/passkeys/questions";
import { getSettings } from "@/lib/settings/queries";
import { type FormState, formValues } from "@/lib/shared/form";
import { readEnrolmentCode } from "@/lib/staff/decide-invitation";
import { startTotp } from "@/lib/staff/start-totp";

const changeOf = (kind: string) => (kind === "recovery" ? "recovered" : "enrolled");

/** Takes the enrolment code that was handed over; then a factor can be registered on this page. */
export async function acceptEnrolmentCodeAction(_: FormState, form: FormData): Promise<FormState> {
  const visitor = await requireVisitor();
  const input = EnrolmentInput.safeParse(formValues(form));
  if (!input.success) return answerTyped(input.error, {}, "enrolment");
  const read = readEnrolmentCode(input.data.code);
  if (!read.ok) return answerSecond(read.reason);
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/admin/sign-in");
  const answer = await acceptEnrolmentCode({ browserHash, code: read.value }, visitor, await cityNow());
  if (answer.ok) redirect("/admin/sign-in/enrol");
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answer.reason === "no_attempt" ? redirect("/admin/sign-in") : answerSecond(answer.reason);
}

/** Asks the invited person's device for a new passkey. */
export async function askNewPasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialCreationOptionsJSON>> {
  await requireVisitor();
  const [browserHash, at] = [await findBrowserHash(), await cityNow()];
  const enrolling = await findEnrolling(browserHash, at);
  if (!browserHash || !enrolling) redirect("/admin/sign-in");
  const { service_name: service } = await getSettings();
  const owner = { browserHash, ownerId: enrolling.staffId, name: enrolling.name, email: enrolling.email };
  return { ok: true, options: await offerRegistration(staffKeys, owner, service, at) };
}

/** Registers the invited person's passkey and signs them in. */
export async function enrolByPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const { address, requestId } = await requireVisitor();
  const input = RegistrationInput.safeParse(formValues(form));
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused");
  const wish = { browserHash, registration: input.data.response, label: await describeOwnDevice() };
  const answer = await enrolByPasskey(wish, { address, requestId }, await cityNow());
  if (answer.ok) {
    mailFactorChange(answer.value.staffId, changeOf(answer.value.kind), requestId);
    redirect("/admin");
  }
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answer.reason === "no_enrolment" ? redirect("/admin/sign-in") : answerPasskey(answer.reason);
}

/** Shows the invited person a new secret for an authenticator app, this once. */
export async function startEnrolTotpAction(_: TotpState): Promise<TotpState> {
  await requireVisitor();
  const at = await cityNow();
  const enrolling = await findEnrolling(await findBrowserHash(), at);
  if (!enrolling) redirect("/admin/sign-in");
  return describeTotp(await startTotp(enrolling.staffId, at), enrolling.name);
}

/** Registers the invited person's authenticator app by its first code and signs them in. */
export async function enrolByTotpAction(_: FormState, form: FormData): Promise<FormState> {
  const { address, requestId } = await requireVisitor();
  const input = NewTotpInput.safeParse(formValues(form));
  if (!input.success) return answerTyped(input.error, {}, "totp");
  const browserHash = await findBrowserHash();
  if (!browserHash) redirect("/admin/sign-in");
  const answer = await enrolByTotp({ browserHash, ...input.data }, { address, requestId }, new Date(), await cityNow());
  if (answer.ok) {
    mailFactorChange(answer.value.staffId, changeOf(answer.value.kind), requestId);
    redirect("/admin");
  }
  if (answer.reason === "too_many_guesses") return answerWait("guesses", answer.retryAfterSeconds);
  return answer.reason === "no_enrolment" ? redirect("/admin/sign-in") : answerSecond(answer.reason);
}
