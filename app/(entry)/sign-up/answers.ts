import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import type { TooMany } from "@/lib/auth/try-code";
import { type InvitationRefusal, invitationRefusals } from "@/lib/members/decide-invitation";
import type { SignUpRefusal } from "@/lib/members/decide-sign-up";
import { type FormState, formErrors } from "@/lib/shared/form";

type Values = Record<string, string>;

/** What is wrong with what was typed; whatever the page itself sends along is right, or the page is old. */
export async function answerSignUpTyped(error: ZodError, values: Values): Promise<NonNullable<FormState>> {
  const [t, ti] = await Promise.all([getTranslations("joining.error"), getTranslations("invitations.join")]);
  const say = (_: string, reason: string) =>
    reason === "malformed_code"
      ? ti(reason)
      : reason === "not_a_year" || reason === "too_long" || reason === "not_agreed"
        ? t(reason)
        : t("tie");
  const errors = formErrors(error, say);
  const isOld = errors.some(({ field }) => field === "terms" || field === "privacy");
  return isOld ? answerSignUp({ reason: "texts_changed" }, values) : { values, errors };
}

type Refused = { reason: SignUpRefusal | InvitationRefusal } | TooMany;

export async function answerSignUp(refused: Refused, typed: Values): Promise<NonNullable<FormState>> {
  const { reason } = refused;
  if (reason === "too_many_guesses" || isInvitationRefusal(reason)) {
    return { values: typed, errors: [{ field: "invitation", message: await answerInvitation(refused) }] };
  }
  const t = await getTranslations("joining");
  if (reason === "unlikely_birth_year") {
    return { values: typed, errors: [{ field: "birthYear", message: t(`error.${reason}`) }] };
  }
  // What was agreed to was another text.
  const { agrees: _, ...values } = typed;
  const notice = { kind: "warning", title: t(`${reason}.title`), text: t(`${reason}.text`) } as const;
  return { values, errors: [], notice };
}

const isInvitationRefusal = (reason: string): reason is InvitationRefusal =>
  invitationRefusals.some((known) => known === reason);

async function answerInvitation(refused: Refused): Promise<string> {
  const t = await getTranslations("invitations.join");
  if ("retryAfterSeconds" in refused) {
    return t("too_many_guesses", { minutes: Math.ceil(refused.retryAfterSeconds / 60) });
  }
  const { reason } = refused;
  return isInvitationRefusal(reason) ? t(`refusal.${reason}`) : "";
}
