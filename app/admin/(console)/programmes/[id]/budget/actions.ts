"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { BudgetInput } from "@/lib/programmes/input";
import { findBudget } from "@/lib/programmes/queries";
import { setProgrammeBudget } from "@/lib/programmes/set-programme-budget";
import { formValues } from "@/lib/shared/form";
import { typedErrors } from "../../../typed-errors";
import type { BudgetState } from "./budget-form";

const Input = BudgetInput.extend({ id: z.uuid(), step: z.enum(["check", "set"]).catch("check") });

/** Shows what a new budget would mean, and sets it once that was seen. */
export async function setBudgetAction(_: BudgetState, form: FormData): Promise<BudgetState> {
  const { actor } = await requirePermission("programme.write");
  const values = formValues(form);
  const input = Input.safeParse(values);
  if (!input.success) return { values, errors: await budgetErrors(input.error) };
  const { id: programmeId, budget, step } = input.data;
  if (step === "check") {
    const now = await findBudget(programmeId, actor.scope);
    return now && budget < now.used ? belowUsed(values, now.used) : { values, errors: [], checked: budget };
  }
  const set = await setProgrammeBudget({ programmeId, budget }, actor, await cityNow());
  if (set.ok) redirect(withQuery(`/admin/programmes/${programmeId}`, { done: "budget" }));
  if (set.reason === "budget_below_used")
    return belowUsed(values, (await findBudget(programmeId, actor.scope))?.used ?? budget);
  redirect("/admin/programmes");
}

async function budgetErrors(error: z.ZodError) {
  const t = await getTranslations("programmes.budget");
  return typedErrors(error, () => t("label"));
}

async function belowUsed(values: Record<string, string>, used: number): Promise<BudgetState> {
  const t = await getTranslations("programmes.refusal");
  return { values, errors: [{ field: "budget", message: t("budget_below_used", { used }) }] };
}
