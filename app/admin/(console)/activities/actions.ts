"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { withQuery } from "@/components/admin/address";
import { cancelActivity } from "@/lib/activities/cancel-activity";
import { createActivity } from "@/lib/activities/create-activity";
import { ActivityCancellation, ActivityInput, ActivityResumption, activityDays } from "@/lib/activities/input";
import { resumeActivity } from "@/lib/activities/resume-activity";
import { updateActivity } from "@/lib/activities/update-activity";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { joinDays } from "@/lib/shared/typed";
import { typedErrors } from "../typed-errors";
import { activityFields, activityRefusal } from "./activity-refusal";

/** Makes an activity and leads to its page, where its code is issued. */
export async function createActivityAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("activity.write");
  const values = formValues(form);
  const input = ActivityInput.safeParse(joinDays(values, activityDays));
  if (!input.success) return { values, errors: await activityErrors(input.error) };
  const made = await createActivity(input.data, actor, await cityNow());
  if (made.ok) redirect(withQuery(`/admin/activities/${made.value.id}`, { done: "created" }));
  return activityRefusal(made.reason, values, actor.scope);
}

/** Changes what an activity is and leads back to its page. */
export async function updateActivityAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("activity.write");
  const values = formValues(form);
  const input = ActivityInput.safeParse(joinDays(values, activityDays));
  if (!input.success) return { values, errors: await activityErrors(input.error) };
  const changed = await updateActivity(input.data, actor, await cityNow());
  if (changed.ok) redirect(withQuery(`/admin/activities/${changed.value.id}`, { done: "saved" }));
  return activityRefusal(changed.reason, values, actor.scope);
}

/** Cancels an activity, with a reason. */
export async function cancelActivityAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("activity.write");
  const values = formValues(form);
  const input = ActivityCancellation.safeParse(values);
  if (!input.success) return { values, errors: await cancelErrors(input.error) };
  const cancelled = await cancelActivity(input.data, actor, await cityNow());
  if (!cancelled.ok) redirect("/admin/activities");
  redirect(withQuery(`/admin/activities/${cancelled.value.id}`, { done: "cancelled" }));
}

/** Undoes a cancellation. */
export async function resumeActivityAction(form: FormData): Promise<void> {
  const { actor } = await requirePermission("activity.write");
  const input = ActivityResumption.safeParse(formValues(form));
  if (!input.success) redirect("/admin/activities");
  const resumed = await resumeActivity(input.data, actor, await cityNow());
  if (!resumed.ok) redirect("/admin/activities");
  redirect(withQuery(`/admin/activities/${resumed.value.id}`, { done: "resumed" }));
}

async function activityErrors(error: ZodError) {
  const t = await getTranslations("activities.label");
  return typedErrors(error, (name) => t(activityFields.find((field) => field === name) ?? "title"));
}

async function cancelErrors(error: ZodError) {
  const t = await getTranslations("activities.cancel");
  return typedErrors(error, () => t("reason"));
}
