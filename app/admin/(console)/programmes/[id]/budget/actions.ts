"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withQuery } from "@/components/admin/address";
import { type DraftRefusal, isDraftRefusal } from "@/lib/approvals/decide-draft";
import { DraftReason } from "@/lib/approvals/input";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { type BudgetRefusal, decideBudget } from "@/lib/programmes/decide-budget";
import { draftProgrammeBudget } from "@/lib/programmes/draft-programme-budget";
import { BudgetInput } from "@/lib/programmes/input";
import { findBudget } from "@/lib/programmes/queries";
import { formValues } from "@/lib/shared/form";
import type { Scope } from "@/lib/shared/scope";
import { announceDraft } from "../../../approvals/announce";
import { typedErrors } from "../../../typed-errors";
import type { BudgetState } from "./budget-form";

const Input = BudgetInput.extend({
  id: z.uuid(),
  step: z.enum(["check", "set"]).catch("check"),
  ...DraftReason.shape,
});

/** Shows what a new budget would mean, and asks a second person for it once that was seen. */
export async function setBudgetAction(_: BudgetState, form: FormData): Promise<BudgetState> {
  const { actor, scope } = await requirePermission("programme.write");
  const values = formValues(form);
  const input = Input.safeParse(values);
  if (!input.success) return { values, errors: await budgetErrors(input.error) };
  const { id: programmeId, budget, step, draftReason: reason, followsId } = input.data;
  if (step === "check") {
    const decided = decideBudget(await findBudget(programmeId, scope), budget);
    return decided.ok ? { values, errors: [], checked: budget } : budgetRefusal(decided.reason, values, scope);
  }
  const asked = await draftProgrammeBudget({ programmeId, budget, reason, followsId }, actor, await cityNow());
  if (!asked.ok) return budgetRefusal(asked.reason, values, scope);
  announceDraft(asked.value.id);
  redirect(withQuery(`/admin/approvals/${asked.value.id}`, { done: "drafted" }));
}

async function budgetErrors(error: z.ZodError) {
  const t = await getTranslations("programmes.budget");
  return typedErrors(error, (field) => t(field === "draftReason" ? "reason" : "label"));
}

async function budgetRefusal(
  reason: BudgetRefusal | DraftRefusal,
  values: Record<string, string>,
  scope: Scope,
): Promise<BudgetState> {
  if (reason === "unknown_programme") redirect("/admin/programmes");
  const [t, ta] = await Promise.all([getTranslations("programmes.refusal"), getTranslations("approvals.refusal")]);
  const used = (await findBudget(values.id ?? "", scope))?.used ?? 0;
  const message = isDraftRefusal(reason) ? ta(reason) : t(reason, { used });
  return { values, errors: [{ field: "budget", message }] };
}
