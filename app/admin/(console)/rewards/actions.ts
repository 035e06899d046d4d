"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { closeItem } from "@/lib/rewards/close-item";
import { createItem } from "@/lib/rewards/create-item";
import { RewardChange, RewardClosing, RewardInput, RewardOpening } from "@/lib/rewards/input";
import { reopenItem } from "@/lib/rewards/reopen-item";
import { updateItem } from "@/lib/rewards/update-item";
import { type FormState, formValues } from "@/lib/shared/form";
import { typedErrors } from "../typed-errors";

/** Makes an item of goods and leads to its page. */
export async function createRewardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("reward.write");
  const values = formValues(form);
  const input = RewardInput.safeParse(values);
  if (!input.success) return { values, errors: await rewardErrors(input.error) };
  const made = await createItem(input.data, actor, await cityNow());
  if (made.ok) redirect(withQuery(`/admin/rewards/${made.value.id}`, { done: "created" }));
  return refusal(made.reason, values);
}

/** Changes what an item is, its price and its stock, and leads back to its page. */
export async function updateRewardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("reward.write");
  const values = formValues(form);
  const input = RewardChange.safeParse(values);
  if (!input.success) return { values, errors: await rewardErrors(input.error) };
  const changed = await updateItem(input.data, actor, await cityNow());
  if (changed.ok) redirect(withQuery(`/admin/rewards/${changed.value.id}`, { done: "saved" }));
  return refusal(changed.reason, values);
}

/** Ends the exchange of an item, with a reason. */
export async function closeRewardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("reward.write");
  const values = formValues(form);
  const input = RewardClosing.safeParse(values);
  if (!input.success) return { values, errors: await rewardErrors(input.error) };
  const closed = await closeItem(input.data, actor, await cityNow());
  if (closed.ok) redirect(withQuery(`/admin/rewards/${closed.value.id}`, { done: "rewardClosed" }));
  return refusal(closed.reason, values);
}

/** Lets an item be exchanged again. */
export async function reopenRewardAction(form: FormData): Promise<void> {
  const { actor } = await requirePermission("reward.write");
  const input = RewardOpening.safeParse(formValues(form));
  if (!input.success) redirect("/admin/rewards");
  await reopenItem(input.data, actor, await cityNow());
  redirect(withQuery(`/admin/rewards/${input.data.itemId}`, { done: "rewardReopened" }));
}

const fields = ["sectionId", "name", "summary", "points", "stock", "reason"] as const;

async function rewardErrors(error: ZodError) {
  const t = await getTranslations("rewards.field");
  return typedErrors(error, (name) => t(fields.find((field) => field === name) ?? "name"));
}

const fieldOfRefusal = { unknown_section: "sectionId", stock_changed: "stock", unknown_reward: "name" } as const;

async function refusal(reason: keyof typeof fieldOfRefusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("rewards.refusal");
  return { values, errors: [{ field: fieldOfRefusal[reason], message: t(reason) }] };
}
