import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import type { RegisterRefusal } from "@/lib/passkeys/register-passkey";
import type { PasskeyRefusal } from "@/lib/passkeys/verify-assertion";
import { type FormState, formErrors } from "@/lib/shared/form";
import type { ConfirmRefusal } from "@/lib/staff/confirm-totp";
import type { InvitationRefusal } from "@/lib/staff/decide-invitation";
import type { TotpRefusal } from "@/lib/staff/take-totp";
import type { CodeRefusal } from "./decide-sign-in-code";

type SecondRefusal = TotpRefusal | ConfirmRefusal | InvitationRefusal | "malformed_code";
type PasskeyAnswer = PasskeyRefusal | RegisterRefusal | "disabled";
type Values = Record<string, string>;

/** What is wrong with what was typed, for the form to show again; `code` says which code its field of that name asks for. */
export async function answerTyped(
  error: ZodError,
  values: Values,
  code: "code" | "totp" | "enrolment" = "code",
): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.refusal");
  const missing = await getTranslations("auth.missing");
  const say = (field: string, reason: string) => {
    const key = reason as Parameters<typeof t.has>[0];
    if (reason !== "required" && t.has(key)) return t(key);
    return missing(field === "email" ? "email" : code);
  };
  return { values, errors: formErrors(error, say) };
}

/** Why a well-formed code does not open the door. */
export async function answerCode(reason: Exclude<CodeRefusal, "no_attempt">): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.refusal");
  return { values: {}, errors: [{ field: "code", message: t(reason) }] };
}

/** Why the authenticator app's code, or an enrolment code, is not taken. */
export async function answerSecond(reason: SecondRefusal): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.refusal");
  return { values: {}, errors: [{ field: "code", message: t(reason) }] };
}

/** Why a passkey is not taken: what exactly was wrong with it is in the audit. */
export async function answerPasskey(
  reason: PasskeyAnswer,
  audience: "staff" | "member" = "staff",
): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.passkey");
  const refused = audience === "staff" ? "refused" : "memberRefused";
  const said = reason === "challenge_spent" || reason === "passkey_known" ? reason : refused;
  return { values: {}, errors: [], notice: { kind: "error", title: t(`${said}.title`), text: t(`${said}.text`) } };
}

/** A limit is reached: when to come back. */
export async function answerWait(
  what: "mails" | "guesses",
  retryAfterSeconds: number,
  values: Values = {},
): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.wait");
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = minutes < 120 ? t("minutes", { count: minutes }) : t("hours", { count: Math.ceil(minutes / 60) });
  const text = t(what, { wait });
  return { values, errors: [], notice: { kind: "warning", title: t("title"), text } };
}

export async function answerNotice(
  what: "resent" | "mailFailed",
  values: Values = {},
): Promise<NonNullable<FormState>> {
  const t = await getTranslations(`auth.${what}`);
  const kind = what === "resent" ? "success" : "error";
  return { values, errors: [], notice: { kind, title: t("title"), text: t("text") } };
}

/** The membership ended, or became another's, while a way in was being added to it. */
export async function answerEnded(): Promise<NonNullable<FormState>> {
  const t = await getTranslations("ways.ended");
  return { values: {}, errors: [], notice: { kind: "error", title: t("title"), text: t("text") } };
}
