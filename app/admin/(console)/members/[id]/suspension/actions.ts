"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import type { SuspensionRefusal } from "@/lib/members/decide-suspension";
import { liftSuspension } from "@/lib/members/lift-suspension";
import { suspendMember } from "@/lib/members/suspend-member";
import { LiftInput, SuspensionInput } from "@/lib/members/suspension-input";
import { type FormState, formValues } from "@/lib/shared/form";
import { membershipErrors } from "../membership-errors";
import { mailSuspension } from "./mail-suspension";

/** Suspends a member, with the reason that they read; tells them by mail where they have an address. */
export async function suspendMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor, requestId } = await requirePermission("member.suspend");
  const values = formValues(form);
  const t = await getTranslations("memberships.suspension");
  const input = SuspensionInput.safeParse(values);
  if (!input.success) return { values, errors: await membershipErrors(input.error, () => t("reason")) };
  const suspended = await suspendMember(input.data, actor, await cityNow());
  if (!suspended.ok) return refusal(suspended.reason, values);
  const { memberId } = input.data;
  if (!suspended.value.isRepeat) mailSuspension(memberId, suspended.value.replyBy, requestId);
  redirect(withQuery(`/admin/members/${memberId}`, { done: "suspended" }));
}

/** Ends a suspension, with its reason. */
export async function liftSuspensionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("member.suspend");
  const values = formValues(form);
  const t = await getTranslations("memberships.suspension");
  const input = LiftInput.safeParse(values);
  if (!input.success) return { values, errors: await membershipErrors(input.error, () => t("liftReason")) };
  const lifted = await liftSuspension(input.data, actor, await cityNow());
  if (!lifted.ok) return refusal(lifted.reason, values);
  redirect(withQuery(`/admin/members/${input.data.memberId}`, { done: "unsuspended" }));
}

async function refusal(reason: SuspensionRefusal, values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("memberships.suspension.refusal");
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}
