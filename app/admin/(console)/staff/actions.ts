"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requireFreshAct } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { isId } from "@/lib/shared/page";
import { disableStaff } from "@/lib/staff/disable-staff";
import { draftInvitation } from "@/lib/staff/draft-invitation";
import { draftReturn } from "@/lib/staff/draft-return";
import { draftRoleChange } from "@/lib/staff/draft-role-change";
import { NewcomerInput, readHoldings, StaffActInput } from "@/lib/staff/input";
import { openEnrolment } from "@/lib/staff/open-enrolment";
import { staffErrors, staffRefusal } from "./staff-refusal";
import { staffWords } from "./staff-words";

/** Asks a second administrator to let a person in. */
export async function inviteStaffAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("staff.manage", form);
  if (!fresh.ok) return fresh.answer;
  const values = formValues(form);
  const input = NewcomerInput.safeParse(values);
  if (!input.success) return { values, errors: await staffErrors(input.error) };
  const newcomer = { ...input.data, holdings: readHoldings(values) };
  const asked = await draftInvitation(newcomer, await staffWords(), fresh.person.actor, await cityNow());
  if (!asked.ok) return staffRefusal(asked.reason, values);
  redirect(withQuery("/admin/staff", { done: "drafted" }));
}

/** Asks a second administrator to change a person's roles. */
export async function changeRolesAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("staff.manage", form);
  if (!fresh.ok) return fresh.answer;
  const values = formValues(form);
  const input = StaffActInput.safeParse(values);
  if (!input.success) return { values, errors: await staffErrors(input.error) };
  const wish = { ...input.data, holdings: readHoldings(values) };
  const asked = await draftRoleChange(wish, await staffWords(), fresh.person.actor, await cityNow());
  if (!asked.ok) return staffRefusal(asked.reason, values);
  redirect(withQuery(`/admin/staff/${input.data.staffId}`, { done: "drafted" }));
}

/** Asks a second administrator to let a person enrol new factors. */
export async function recoverStaffAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("staff.manage", form);
  if (!fresh.ok) return fresh.answer;
  const values = formValues(form);
  const input = StaffActInput.safeParse(values);
  if (!input.success) return { values, errors: await staffErrors(input.error) };
  const wish = { kind: "recover_staff", ...input.data } as const;
  const asked = await draftReturn(wish, await staffWords(), fresh.person.actor, await cityNow());
  if (!asked.ok) return staffRefusal(asked.reason, values);
  redirect(withQuery(`/admin/staff/${input.data.staffId}`, { done: "drafted" }));
}

/** Shuts a person out at once. */
export async function disableStaffAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("staff.manage", form);
  if (!fresh.ok) return fresh.answer;
  const values = formValues(form);
  const input = StaffActInput.safeParse(values);
  if (!input.success) return { values, errors: await staffErrors(input.error) };
  const disabled = await disableStaff(input.data, fresh.person.actor, await cityNow());
  if (!disabled.ok) return staffRefusal(disabled.reason, values);
  redirect(withQuery(`/admin/staff/${input.data.staffId}`, { done: "disabled" }));
}

/** Asks a second administrator to let a person in again. */
export async function enableStaffAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("staff.manage", form);
  if (!fresh.ok) return fresh.answer;
  const values = formValues(form);
  const input = StaffActInput.safeParse(values);
  if (!input.success) return { values, errors: await staffErrors(input.error) };
  const wish = { kind: "enable_staff", ...input.data } as const;
  const asked = await draftReturn(wish, await staffWords(), fresh.person.actor, await cityNow());
  if (!asked.ok) return staffRefusal(asked.reason, values);
  redirect(withQuery(`/admin/staff/${input.data.staffId}`, { done: "drafted" }));
}

/** Shows the code to hand over, this once. */
export async function openEnrolmentAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("staff.approve", form);
  if (!fresh.ok) return fresh.answer;
  const { approvalId = "" } = formValues(form);
  if (!isId(approvalId)) redirect("/admin/staff");
  const opened = await openEnrolment({ approvalId }, fresh.person.actor, await cityNow());
  if (!opened.ok) return staffRefusal(opened.reason, {});
  const t = await getTranslations("staff.enrolment");
  const notice = { kind: "success", title: t("code", opened.value), text: t("once") } as const;
  return { values: {}, errors: [], notice };
}
