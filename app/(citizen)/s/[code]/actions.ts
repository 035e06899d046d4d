"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { decideResume } from "@/lib/auth/decide-resume";
import { requireDrawnHolder } from "@/lib/auth/drawn-for";
import { requireHolder } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { spendAttempt, takeAttempt } from "@/lib/limits/limits";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";
import type { QuoteRefusal } from "@/lib/spending/decide-quote";
import { AmountInput } from "@/lib/spending/input";
import { getWallet } from "@/lib/spending/queries";
import { quotePayment } from "@/lib/spending/quote-payment";
import { quoteWait } from "./quote-wait";

/** Leads to the sign-in, and from there back to this shop. */
export async function signInAction(form: FormData): Promise<void> {
  await requireHolder("spend", `/s/${formValues(form).token}`);
  redirect((decideResume(`/s/${formValues(form).token}`) ?? "/scan") as Route);
}

/** Locks the typed amount, or a chip's, and leads to the page that the clerk looks at. */
export async function quoteAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId, accountId, address } = await requireDrawnHolder("spend", form, `/s/${formValues(form).token}`);
  const values = formValues(form, ["drawnFor"]);
  const input = AmountInput.safeParse(values);
  if (!input.success) return { values, errors: await amountErrors(input.error) };
  const allowed = await takeAttempt("payment_quote", String(accountId));
  if (!allowed.ok) return quoteWait(allowed.retryAfterSeconds, values);
  const quoted = await quotePayment({ ...input.data, memberId });
  if (quoted.ok) redirect(`/s/${input.data.token}/check/${quoted.value.quoteId}`);
  if (quoted.reason === "unknown_code" || quoted.reason === "revoked_code") await spendAttempt("code_guess", address);
  return refusal(quoted.reason, values, accountId);
}

async function amountErrors(error: Parameters<typeof formErrors>[0]) {
  const t = await getTranslations("spending.errors");
  const reasons = ["required", "not_a_number", "too_small", "too_large"] as const;
  return formErrors(error, (_, reason) => t(reasons.find((known) => known === reason) ?? "required"));
}

async function refusal(reason: QuoteRefusal, values: Record<string, string>, accountId: number): Promise<FormState> {
  const t = await getTranslations("spending");
  const { balance } = await getWallet(accountId, await cityNow());
  const text = t(`advice.${reason}`, { balance });
  if (reason === "insufficient_points") return { values, errors: [{ field: "points", message: text }] };
  return { values, errors: [], notice: { kind: "warning", title: t(`refusal.${reason}`), text } };
}
