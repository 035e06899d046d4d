"use server";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { answerAccount } from "@/lib/auth/answer-account";
import { ensureBrowserHash, findBrowserHash } from "@/lib/auth/browser";
import { dropCookie, STAFF_COOKIE } from "@/lib/auth/cookies";
import { describeOwnDevice } from "@/lib/auth/describe-device";
import { requireFreshAct, requirePermission } from "@/lib/auth/guards";
import { mailFactorChange } from "@/lib/auth/mail-factor-change";
import { getOwnEmail } from "@/lib/auth/own-email";
import { answerPasskey } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { RegistrationInput } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerRegistration } from "@/lib/passkeys/questions";
import { getSettings } from "@/lib/settings/queries";
import { type FormState, formValues } from "@/lib/shared/form";
import { addPasskey } from "@/lib/staff/add-passkey";
import { endOtherSessions } from "@/lib/staff/end-other-sessions";
import { endSession } from "@/lib/staff/end-session";
import { removeFactor } from "@/lib/staff/remove-factor";

const FactorInput = z.strictObject({ factorId: z.uuid() });
const SessionInput = z.strictObject({ sessionId: z.uuid() });

/** Asks this device for a further passkey of the signed-in person, who has just proven themselves. */
export async function askOwnPasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialCreationOptionsJSON>> {
  const fresh = await requireFreshAct("console.read", undefined);
  if (!fresh.ok) return fresh;
  const { staffId, name } = fresh.person;
  const browserHash = await ensureBrowserHash();
  const owner = { browserHash, ownerId: staffId, name, email: await getOwnEmail(staffId) };
  const { service_name: service } = await getSettings();
  return { ok: true, options: await offerRegistration(staffKeys, owner, service, await cityNow()) };
}

export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("console.read", undefined);
  if (!fresh.ok) return fresh.answer;
  const { actor, requestId } = fresh.person;
  const input = RegistrationInput.safeParse(formValues(form));
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused");
  const wish = { browserHash, registration: input.data.response, label: await describeOwnDevice() };
  const added = await addPasskey(wish, actor, await cityNow());
  if (!added.ok) return answerPasskey(added.reason);
  mailFactorChange(actor.staffId, "added", requestId);
  redirect("/admin/me?done=added");
}

export async function removeFactorAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("console.read", form);
  if (!fresh.ok) return fresh.answer;
  const { actor, requestId } = fresh.person;
  const input = FactorInput.safeParse(formValues(form));
  if (!input.success) return answerAccount("unknown_factor");
  const removed = await removeFactor(input.data, actor, await cityNow());
  if (!removed.ok) return answerAccount(removed.reason);
  mailFactorChange(actor.staffId, "removed", requestId);
  redirect("/admin/me?done=removed");
}

/** Ends the session of one of one's own devices; of this one, it is signing out. */
export async function endSessionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor, sessionId: here } = await requirePermission("console.read");
  const input = SessionInput.safeParse(formValues(form));
  if (!input.success) return answerAccount("unknown_session");
  const ended = await endSession(input.data, actor, await cityNow());
  if (!ended.ok) return answerAccount(ended.reason);
  if (ended.value.sessionId !== here) redirect("/admin/me?done=ended");
  await dropCookie(STAFF_COOKIE);
  redirect("/admin/sign-in");
}

export async function endOtherSessionsAction(_: FormState): Promise<FormState> {
  const { actor, sessionId } = await requirePermission("console.read");
  await endOtherSessions({ sessionId }, actor, await cityNow());
  redirect("/admin/me?done=ended");
}
