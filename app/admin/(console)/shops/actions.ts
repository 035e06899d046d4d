"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { namedErrors } from "@/lib/i18n/named-errors";
import { type FormState, formValues } from "@/lib/shared/form";
import { closeShop } from "@/lib/shops/close-shop";
import { createShop } from "@/lib/shops/create-shop";
import { ShopClosing, ShopInput, ShopOpening, ShopTerms } from "@/lib/shops/input";
import { reopenShop } from "@/lib/shops/reopen-shop";
import { type ShopChangeRefusal, updateShop } from "@/lib/shops/update-shop";

/** Makes a shop and leads to its page. */
export async function createShopAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("shop.write");
  const values = formValues(form);
  const input = ShopInput.safeParse(values);
  if (!input.success) return { values, errors: await shopErrors(input.error) };
  const made = await createShop(input.data, actor, await cityNow());
  if (made.ok) redirect(withQuery(`/admin/shops/${made.value.id}`, { done: "created" }));
  return refusal(made.reason, values);
}

/** Changes what a shop is and leads back to its page. */
export async function updateShopAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("shop.write");
  const values = formValues(form);
  const input = ShopInput.safeParse(values);
  if (!input.success) return { values, errors: await shopErrors(input.error) };
  const changed = await updateShop(input.data, actor, await cityNow());
  if (changed.ok) redirect(withQuery(`/admin/shops/${changed.value.id}`, { done: "saved" }));
  return refusal(changed.reason, values);
}

/** Ends a shop's partnership, with a reason. */
export async function closeShopAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("shop.write");
  const values = formValues(form);
  const input = ShopClosing.safeParse(values);
  if (!input.success) return { values, errors: await shopErrors(input.error) };
  const closed = await closeShop(input.data, actor, await cityNow());
  if (closed.ok) redirect(withQuery(`/admin/shops/${closed.value.id}`, { done: "closed" }));
  return refusal(closed.reason, values);
}

/** Lets a closed shop take points again. */
export async function reopenShopAction(form: FormData): Promise<void> {
  const { actor } = await requirePermission("shop.write");
  const input = ShopOpening.safeParse(formValues(form));
  if (!input.success) redirect("/admin/shops");
  await reopenShop(input.data, actor, await cityNow());
  redirect(withQuery(`/admin/shops/${input.data.shopId}`, { done: "reopened" }));
}

const fields = [...ShopTerms.keyof().options, "reason"] as const;
const complaints = ["required", "too_long", "not_kana", "not_a_phone"] as const;

async function shopErrors(error: ZodError) {
  const t = await getTranslations("shops-admin");
  return namedErrors(error, {
    label: (name) => t(`field.${fields.find((field) => field === name) ?? "name"}`),
    sentence: (reason) => t(`error.${complaints.find((known) => known === reason) ?? "required"}`),
  });
}

async function refusal(reason: ShopChangeRefusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("shops-admin.refusal");
  if (reason === "unknown_category") return { values, errors: [{ field: "categoryId", message: t(reason) }] };
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}
