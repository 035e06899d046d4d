"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDrawnHolder } from "@/lib/auth/drawn-for";
import { takeAttempt } from "@/lib/limits/limits";
import { logFault } from "@/lib/log";
import { formValues } from "@/lib/shared/form";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { AmountInput, PaymentInput } from "@/lib/spending/input";
import { findPaidTransfer } from "@/lib/spending/queries";
import { quotePayment } from "@/lib/spending/quote-payment";
import { openLiveScreen } from "../../../../receipts/live-cookie";

type TooMany = { title: string; text: string };

/**
 * Pays the shown amount, once however often it is pressed, and leads to the live screen. A refusal leads back to the check page,
 * which says from the facts why nothing was paid. Answers with a sentence only when it was pressed too often; what is
 * paid is answered with its receipt however often that is.
 */
export async function payAction(_: TooMany | null, form: FormData): Promise<TooMany> {
  const holder = await requireDrawnHolder("spend", form, `/s/${formValues(form).token}`);
  const { memberId, accountId, agentId, requestId } = holder;
  const input = PaymentInput.safeParse(formValues(form));
  if (!input.success) redirect("/scan");
  const { token, quote } = input.data;
  const paidBefore = await findPaidTransfer(quote, memberId);
  if (paidBefore) return showPaid(paidBefore);
  const allowed = await takeAttempt("payment_confirm", String(accountId));
  if (!allowed.ok) return tooMany(allowed.retryAfterSeconds);
  const paid = await confirmPayment({ quoteId: quote, memberId, agentId });
  if (!paid.ok) redirect(`/s/${token}/check/${quote}`);
  const { transferId, numberFault } = paid.value;
  if (numberFault) logFault(numberFault, { requestId });
  return showPaid(transferId);
}

async function showPaid(transferId: string): Promise<never> {
  await openLiveScreen(transferId);
  redirect(`/receipts/${transferId}?live`);
}

/** The same amount again, after its three minutes; what stands against it is said on the shop's page. */
export async function quoteAgainAction(form: FormData): Promise<void> {
  const { memberId, accountId } = await requireDrawnHolder("spend", form, `/s/${formValues(form).token}`);
  const input = AmountInput.safeParse(formValues(form));
  if (!input.success) redirect("/scan");
  const allowed = await takeAttempt("payment_quote", String(accountId));
  if (!allowed.ok) redirect(`/s/${input.data.token}?busy&points=${input.data.points}`);
  const quoted = await quotePayment({ ...input.data, memberId });
  redirect(quoted.ok ? `/s/${input.data.token}/check/${quoted.value.quoteId}` : `/s/${input.data.token}`);
}

async function tooMany(seconds: number): Promise<TooMany> {
  const t = await getTranslations("spending.check.tooMany");
  return { title: t("title"), text: t("text", { minutes: Math.ceil(seconds / 60) }) };
}
