"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { withQuery } from "@/components/admin/address";
import { type DraftRefusal, isDraftRefusal } from "@/lib/approvals/decide-draft";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { correctGrant } from "@/lib/grants/correct-grant";
import { correctPayment } from "@/lib/grants/correct-payment";
import type { CorrectionRefusal } from "@/lib/grants/decide-correction";
import { CorrectionInput } from "@/lib/grants/input";
import { findGrant } from "@/lib/grants/queries";
import { namedErrors } from "@/lib/i18n/named-errors";
import { type FormState, formValues } from "@/lib/shared/form";
import { announceDraft } from "../../approvals/announce";

/** Shows what a correction will do, and on the second press does it, or asks a second person for it; both steps carry all that was typed. */
export async function correctAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("grant.correct");
  const values = formValues(form);
  const input = CorrectionInput.safeParse(values);
  if (!input.success) return { values: { ...values, step: "" }, errors: await correctionErrors(input.error) };
  if (values.step !== "confirmed") return { values: { ...values, step: "check" }, errors: [] };

  const correct = (await findGrant(input.data.transferId, actor.scope)) ? correctGrant : correctPayment;
  const corrected = await correct(input.data, actor, await cityNow());
  if (!corrected.ok) return refusal(corrected.reason, values);
  const { draft } = corrected.value;
  if (!draft) redirect(withQuery(`/admin/grants/${input.data.transferId}`, { done: "corrected" }));
  announceDraft(draft.id);
  redirect(withQuery(`/admin/approvals/${draft.id}`, { done: "drafted" }));
}

async function refusal(reason: CorrectionRefusal | DraftRefusal, values: Record<string, string>): Promise<FormState> {
  const [t, ta] = await Promise.all([getTranslations("grants.refusal"), getTranslations("approvals.refusal")]);
  const title = isDraftRefusal(reason) ? ta(reason) : t(reason);
  return { values: { ...values, step: "" }, errors: [], notice: { kind: "error", title } };
}

const complaints = ["required", "too_long", "not_a_number", "too_small", "too_large"] as const;

async function correctionErrors(error: ZodError) {
  const t = await getTranslations("grants");
  return namedErrors(error, {
    label: (name) => t(`correction.${name === "points" ? "points" : "reason"}`),
    sentence: (reason) => t(`error.${complaints.find((known) => known === reason) ?? "required"}`),
  });
}
