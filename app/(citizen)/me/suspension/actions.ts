"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { sendAppeal } from "@/lib/members/send-appeal";
import { AppealInput } from "@/lib/members/suspension-input";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";

const said = ["not_suspended", "already_appealed", "appeal_too_late"] as const;

/** Sends the suspended member's appeal, once. */
export async function sendAppealAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId } = await requireMember("/me/suspension");
  const values = formValues(form);
  const t = await getTranslations("memberships.me.suspension");
  const input = AppealInput.safeParse(values);
  if (!input.success) {
    const say = (reason: string) => t(reason === "too_long" ? "error.too_long" : "error.required");
    return { values, errors: formErrors(input.error, (_field, reason) => say(reason)) };
  }
  const sent = await sendAppeal(memberId, input.data.text, await cityNow());
  if (sent.ok) redirect("/me/suspension?sent");
  const reason = said.find((known) => known === sent.reason) ?? "not_suspended";
  return { values, errors: [], notice: { kind: "error", title: t(`refusal.${reason}`) } };
}
