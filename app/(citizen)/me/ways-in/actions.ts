"use server";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { PasskeyQuestion } from "@/components/sign-in/use-passkey";
import { ensureBrowserHash, findBrowserHash } from "@/lib/auth/browser";
import { describeOwnDevice } from "@/lib/auth/describe-device";
import { requireMember } from "@/lib/auth/guards";
import { mailWayChange } from "@/lib/auth/mail-way-change";
import { requireProvenMemberAct } from "@/lib/auth/require-proven";
import { answerEnded, answerPasskey } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { addPasskey } from "@/lib/members/add-passkey";
import { PasskeyNameInput, WayInput } from "@/lib/members/input";
import { namePasskey } from "@/lib/members/name-passkey";
import { getProfile } from "@/lib/members/queries";
import { removeWayIn } from "@/lib/members/remove-way-in";
import { findOwnEmail } from "@/lib/members/ways-in";
import { RegistrationInput } from "@/lib/passkeys/input";
import { memberKeys } from "@/lib/passkeys/keys";
import { offerRegistration } from "@/lib/passkeys/questions";
import { getSettings } from "@/lib/settings/queries";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";

const done = (what: string) => redirect(`/me/ways-in?done=${what}` as Route);

/** Asks this device for a passkey of the member, who has just shown another way in. */
export async function askNewPasskeyAction(): Promise<PasskeyQuestion<PublicKeyCredentialCreationOptionsJSON>> {
  const proven = await requireProvenMemberAct(undefined);
  if (!proven.ok) return proven;
  const { memberId: ownerId } = proven.member;
  const [browserHash, at, { service_name: service }] = [
    await ensureBrowserHash(),
    await cityNow(),
    await getSettings(),
  ];
  const { number, nickname } = await getProfile(ownerId, at);
  // Devices show both where they keep it: a nickname and the number, never an address.
  const owner = { browserHash, ownerId, name: nickname ?? number, email: number };
  return { ok: true, options: await offerRegistration(memberKeys, owner, service, at) };
}

export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const proven = await requireProvenMemberAct(undefined);
  if (!proven.ok) return proven.answer;
  const input = RegistrationInput.safeParse(formValues(form));
  const browserHash = await findBrowserHash();
  if (!input.success || !browserHash) return answerPasskey("passkey_refused", "member");
  const wish = { browserHash, registration: input.data.response, label: await describeOwnDevice() };
  const { memberId, requestId } = proven.member;
  const added = await addPasskey({ memberId, ...wish }, await cityNow());
  if (!added.ok) return added.reason === "membership_ended" ? answerEnded() : answerPasskey(added.reason, "member");
  mailWayChange(await findOwnEmail(memberId), "added", requestId);
  return done("added");
}

/** Gives a passkey another name: it opens what it did, so that nothing is to be shown again. */
export async function namePasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId } = await requireMember("/me/ways-in");
  const values = formValues(form);
  const t = await getTranslations("ways.in");
  const input = PasskeyNameInput.safeParse(values);
  if (!input.success) return { values, errors: formErrors(input.error, () => t("nameWrong")) };
  const named = await namePasskey({ memberId, ...input.data });
  if (named.ok) return done("named");
  return { values, errors: [], notice: { kind: "error", title: t(`refusal.${named.reason}`) } };
}

/** Takes a way in away. */
export async function removeWayAction(_: FormState, form: FormData): Promise<FormState> {
  const proven = await requireProvenMemberAct(form);
  if (!proven.ok) return proven.answer;
  const t = await getTranslations("ways.in.refusal");
  const refusal = (title: string): FormState => ({ values: {}, errors: [], notice: { kind: "error", title } });
  const input = WayInput.safeParse(formValues(form));
  if (!input.success) return refusal(t("unknown_way"));
  const { memberId, sessionId, requestId } = proven.member;
  const email = await findOwnEmail(memberId);
  const removed = await removeWayIn({ memberId, sessionId, ...input.data }, await cityNow());
  if (!removed.ok) return refusal(t(removed.reason));
  mailWayChange(email, "removed", requestId);
  return done("removed");
}
