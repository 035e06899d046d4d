"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { createProgramme } from "@/lib/programmes/create-programme";
import { ProgrammeInput, ProgrammeTerms, programmeDays } from "@/lib/programmes/input";
import { type ProgrammeChangeRefusal, updateProgramme } from "@/lib/programmes/update-programme";
import { type FormState, formValues } from "@/lib/shared/form";
import { joinDays } from "@/lib/shared/typed";
import { typedErrors } from "../typed-errors";

/** Makes a programme and leads to its page. */
export async function createProgrammeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("programme.write");
  const values = formValues(form);
  const input = ProgrammeInput.safeParse(joinDays(values, programmeDays));
  if (!input.success) return { values, errors: await programmeErrors(input.error) };
  const made = await createProgramme(input.data, actor, await cityNow());
  if (made.ok) redirect(withQuery(`/admin/programmes/${made.value.id}`, { done: "created" }));
  return refusal(made.reason, values);
}

/** Changes what a programme is and leads back to its page. */
export async function updateProgrammeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("programme.write");
  const values = formValues(form);
  const input = ProgrammeTerms.extend({ id: z.uuid() }).safeParse(joinDays(values, programmeDays));
  if (!input.success) return { values, errors: await programmeErrors(input.error) };
  const changed = await updateProgramme(input.data, actor, await cityNow());
  if (changed.ok) redirect(withQuery(`/admin/programmes/${changed.value.id}`, { done: "saved" }));
  return refusal(changed.reason, values);
}

const fields = ProgrammeInput.keyof().exclude(["id"]).options;

async function programmeErrors(error: z.ZodError) {
  const t = await getTranslations("programmes.label");
  return typedErrors(error, (name) => t(fields.find((field) => field === name) ?? "name"));
}

const fieldOfRefusal = {
  period_reversed: "endsOn",
  period_too_long: "endsOn",
  budget_below_points: "budget",
  expiry_count_missing: "expiryCount",
  expiry_day_missing: "expiryOn",
  expiry_before_end: "expiryOn",
  activities_outside_period: "endsOn",
  unknown_domain: "domainId",
  unknown_section: "sectionId",
  unknown_programme: "name",
} as const satisfies Record<ProgrammeChangeRefusal | "budget_below_points", string>;

async function refusal(reason: keyof typeof fieldOfRefusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("programmes.refusal");
  return { values, errors: [{ field: fieldOfRefusal[reason], message: t(reason) }] };
}
