"use server";

import { redirect } from "next/navigation";
import { describeTotp, type TotpState } from "@/lib/auth/describe-totp";
import { requireFresh, requireFreshAct } from "@/lib/auth/guards";
import { NewTotpInput } from "@/lib/auth/input";
import { mailFactorChange } from "@/lib/auth/mail-factor-change";
import { answerSecond, answerTyped } from "@/lib/auth/sign-in-answers";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { addTotp } from "@/lib/staff/add-totp";
import { startTotp } from "@/lib/staff/start-totp";

/** Shows a new secret for the signed-in person's authenticator app, this once. */
export async function startOwnTotpAction(_: TotpState): Promise<TotpState> {
  const { staffId, name } = await requireFresh("console.read", "/admin/me/totp");
  return describeTotp(await startTotp(staffId, await cityNow()), name);
}

/** Makes it their authenticator app by its first code, in the place of an earlier one. */
export async function addTotpAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("console.read", form, ["code"]);
  if (!fresh.ok) return fresh.answer;
  const { actor, requestId } = fresh.person;
  const input = NewTotpInput.safeParse(formValues(form));
  if (!input.success) return answerTyped(input.error, {}, "totp");
  const added = await addTotp(input.data, actor, new Date(), await cityNow());
  if (!added.ok) return answerSecond(added.reason);
  mailFactorChange(actor.staffId, "added", requestId);
  redirect("/admin/me?done=added");
}
