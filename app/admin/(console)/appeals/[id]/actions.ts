"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { answerAppeal } from "@/lib/members/answer-appeal";
import { AnswerInput } from "@/lib/members/suspension-input";
import { type FormState, formValues } from "@/lib/shared/form";
import { typedErrors } from "../../typed-errors";

/** Answers an appeal; where it is right, the suspension ends. */
export async function answerAppealAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("appeal.answer");
  const values = formValues(form);
  const t = await getTranslations("memberships.appeals");
  const input = AnswerInput.safeParse(values);
  if (!input.success) {
    const label = (field: string) => t(field === "verdict" ? "verdict" : "answer");
    return { values, errors: await typedErrors(input.error, label) };
  }
  const answered = await answerAppeal(input.data, actor, await cityNow());
  if (answered.ok) redirect(withQuery("/admin/appeals", { done: "appealAnswered" }));
  return { values, errors: [], notice: { kind: "error", title: t(`refusal.${answered.reason}`) } };
}
