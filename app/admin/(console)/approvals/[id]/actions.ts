"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { approve } from "@/lib/approvals/approve";
import { ApprovalInput, SendBackInput } from "@/lib/approvals/input";
import { findApproval } from "@/lib/approvals/queries";
import { sendBack } from "@/lib/approvals/send-back";
import { withdraw } from "@/lib/approvals/withdraw";
import { requireFreshAct, requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { typedErrors } from "../../typed-errors";
import { announceDecision } from "../announce";
import { decisionRefusal } from "../decision-refusal";
import { execute } from "../executors";
import { readerOf } from "../reader";

/** Back to the draft. The menu counts what waits, so the frame around the page is drawn anew as well. */
function goBack(id: string, done: string): never {
  revalidatePath("/admin", "layout");
  redirect(withQuery(`/admin/approvals/${id}`, { done }));
}

/** Asks once more, and on the second press approves: the act is done in that moment. Acts on the staff want a fresh second factor. */
export async function approveAction(_: FormState, form: FormData): Promise<FormState> {
  const person = await requirePermission("approval.read");
  const values = formValues(form);
  const input = ApprovalInput.safeParse(values);
  if (!input.success) redirect("/admin/approvals");
  if (values.step !== "confirmed") return { values: { ...values, step: "check" }, errors: [] };
  const draft = await findApproval(input.data.approvalId, readerOf(person), await cityNow());
  const fresh = draft?.aboutStaff ? await requireFreshAct("approval.read", form) : undefined;
  if (fresh?.ok === false) return { ...fresh.answer, values: { ...values, step: "check" } };
  const order = { ...input.data, authority: readerOf(person).decides, execute };
  const approved = await approve(order, person.actor, await cityNow());
  if (!approved.ok) return decisionRefusal(approved.reason, input.data.approvalId, person);
  announceDecision(input.data.approvalId);
  goBack(input.data.approvalId, "approved");
}

/** Sends a draft back with what has to be mended. */
export async function sendBackAction(_: FormState, form: FormData): Promise<FormState> {
  const person = await requirePermission("approval.read");
  const values = formValues(form);
  const input = SendBackInput.safeParse(values);
  if (!input.success) {
    const t = await getTranslations("approvals.act");
    return { values, errors: await typedErrors(input.error, () => t("note")) };
  }
  const order = { ...input.data, authority: readerOf(person).decides };
  const sent = await sendBack(order, person.actor, await cityNow());
  if (!sent.ok) return decisionRefusal(sent.reason, input.data.approvalId, person);
  announceDecision(input.data.approvalId);
  goBack(input.data.approvalId, "sentBack");
}

/** Asks the maker once more, and on the second press takes their draft back. */
export async function withdrawAction(_: FormState, form: FormData): Promise<FormState> {
  const person = await requirePermission("approval.read");
  const values = formValues(form);
  const input = ApprovalInput.safeParse(values);
  if (!input.success) redirect("/admin/approvals");
  if (values.step !== "confirmed") return { values: { ...values, step: "check" }, errors: [] };
  const withdrawn = await withdraw(input.data, person.actor, await cityNow());
  if (!withdrawn.ok) return decisionRefusal(withdrawn.reason, input.data.approvalId, person);
  goBack(input.data.approvalId, "withdrawn");
}
