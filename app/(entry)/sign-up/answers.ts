import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import type { SignUpRefusal } from "@/lib/members/decide-sign-up";
import { type FormState, formErrors } from "@/lib/shared/form";

type Values = Record<string, string>;

/** What is wrong with what was typed; whatever the page itself sends along is right, or the page is old. */
export async function answerSignUpTyped(error: ZodError, values: Values): Promise<NonNullable<FormState>> {
  const t = await getTranslations("joining.error");
  const say = (_: string, reason: string) =>
    reason === "not_a_year" || reason === "too_long" || reason === "not_agreed" ? t(reason) : t("tie");
  const errors = formErrors(error, say);
  const isOld = errors.some(({ field }) => field === "terms" || field === "privacy");
  return isOld ? answerSignUp("texts_changed", values) : { values, errors };
}

export async function answerSignUp(reason: SignUpRefusal, typed: Values): Promise<NonNullable<FormState>> {
  const t = await getTranslations("joining");
  if (reason === "unlikely_birth_year") {
    return { values: typed, errors: [{ field: "birthYear", message: t(`error.${reason}`) }] };
  }
  // What was agreed to was another text.
  const { agrees: _, ...values } = typed;
  const notice = { kind: "warning", title: t(`${reason}.title`), text: t(`${reason}.text`) } as const;
  return { values, errors: [], notice };
}
