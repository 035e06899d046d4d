"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { correctGrant } from "@/lib/grants/correct-grant";
import { correctPayment } from "@/lib/grants/correct-payment";
import { CorrectionInput } from "@/lib/grants/input";
import { findGrant } from "@/lib/grants/queries";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";

/** Shows what a correction will do, and on the second press does it; both steps carry all that was typed. */
export async function correctAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("grant.correct");
  const values = formValues(form);
  const input = CorrectionInput.safeParse(values);
  if (!input.success) return { values: { ...values, step: "" }, errors: await correctionErrors(input.error) };
  if (values.step !== "confirmed") return { values: { ...values, step: "check" }, errors: [] };

  const correct = (await findGrant(input.data.transferId, actor.scope)) ? correctGrant : correctPayment;
  const corrected = await correct(input.data, actor, await cityNow());
  if (corrected.ok) redirect(`/admin/grants/${input.data.transferId}`);
  const t = await getTranslations("grants.refusal");
  return { values: { ...values, step: "" }, errors: [], notice: { kind: "error", title: t(corrected.reason) } };
}

async function correctionErrors(error: Parameters<typeof formErrors>[0]) {
  const t = await getTranslations("grants.error");
  const known = ["required", "too_long", "not_a_number", "too_small", "too_large"] as const;
  return formErrors(error, (_, reason) => t(known.find((one) => one === reason) ?? "required"));
}
