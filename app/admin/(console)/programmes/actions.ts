"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { withQuery } from "@/components/admin/address";
import { isDraftRefusal } from "@/lib/approvals/decide-draft";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { type CreationRefusal, createProgramme } from "@/lib/programmes/create-programme";
import { ProgrammeChange, ProgrammeInput, programmeDays } from "@/lib/programmes/input";
import { type ProgrammeChangeRefusal, updateProgramme } from "@/lib/programmes/update-programme";
import { type FormState, formValues } from "@/lib/shared/form";
import { joinDays } from "@/lib/shared/typed";
import { announceDraft } from "../approvals/announce";
import { typedErrors } from "../typed-errors";

/** Makes a programme, asks for its budget and leads to its page. */
export async function createProgrammeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("programme.write");
  const values = formValues(form);
  const input = ProgrammeInput.safeParse(joinDays(values, programmeDays));
  if (!input.success) return { values, errors: await programmeErrors(input.error) };
  const made = await createProgramme(input.data, actor, await cityNow());
  if (!made.ok) return refusal(made.reason, values);
  if (made.value.draft) announceDraft(made.value.draft.id);
  redirect(withQuery(`/admin/programmes/${made.value.id}`, { done: "created" }));
}

/** Changes what a programme is and leads back to its page, or to the draft where its rule is to change. */
export async function updateProgrammeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("programme.write");
  const values = formValues(form);
  const input = ProgrammeChange.safeParse(joinDays(values, programmeDays));
  if (!input.success) return { values, errors: await programmeErrors(input.error) };
  const changed = await updateProgramme(input.data, actor, await cityNow());
  if (!changed.ok) return refusal(changed.reason, values);
  const { id, draft } = changed.value;
  if (!draft) redirect(withQuery(`/admin/programmes/${id}`, { done: "saved" }));
  announceDraft(draft.id);
  redirect(withQuery(`/admin/approvals/${draft.id}`, { done: "drafted" }));
}

const fields = [...ProgrammeInput.keyof().exclude(["id"]).options, "draftReason"] as const;

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
  reason_missing: "draftReason",
  draft_pending: "points",
  not_sent_back: "draftReason",
  own_wallet: "name",
  staff_disabled: "name",
} as const satisfies Record<ProgrammeChangeRefusal | CreationRefusal, string>;

async function refusal(reason: keyof typeof fieldOfRefusal, values: Record<string, string>): Promise<FormState> {
  const [t, ta] = await Promise.all([getTranslations("programmes.refusal"), getTranslations("approvals.refusal")]);
  const message = isDraftRefusal(reason) ? ta(reason) : t(reason);
  return { values, errors: [{ field: fieldOfRefusal[reason], message }] };
}
