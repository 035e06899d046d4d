"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { checkResidency } from "@/lib/members/check-residency";
import { ResidencyInput } from "@/lib/members/input";
import { type FormState, formValues } from "@/lib/shared/form";

/** Keeps that staff saw where the member lives, and leads back to the member. */
export async function checkResidencyAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("counter.act");
  const values = formValues(form);
  const input = ResidencyInput.safeParse(values);
  if (!input.success) redirect("/admin/members");
  const { memberId } = input.data;
  const checked = await checkResidency(memberId, actor, await cityNow());
  if (checked.ok) redirect(withQuery(`/admin/members/${memberId}`, { done: "residencyChecked" }));
  const t = await getTranslations("members.refusal");
  return { values, errors: [], notice: { kind: "error", title: t(checked.reason) } };
}
