import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { type FormState, formErrors } from "@/lib/shared/form";
import type { CodeRefusal } from "./decide-sign-in-code";

type Values = Record<string, string>;

/** What is wrong with what was typed, for the form to show again. */
export async function answerTyped(error: ZodError, values: Values): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.refusal");
  const say = (_field: string, reason: string) => {
    const key = reason as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key) : t("required");
  };
  return { values, errors: formErrors(error, say) };
}

/** Why a well-formed code does not open the door. */
export async function answerCode(reason: Exclude<CodeRefusal, "no_attempt">): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.refusal");
  return { values: {}, errors: [{ field: "code", message: t(reason) }] };
}

/** A limit is reached: when to come back. */
export async function answerWait(
  what: "mails" | "guesses",
  retryAfterSeconds: number,
  values: Values = {},
): Promise<NonNullable<FormState>> {
  const t = await getTranslations("auth.wait");
  const text = t(what, { minutes: Math.ceil(retryAfterSeconds / 60) });
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
