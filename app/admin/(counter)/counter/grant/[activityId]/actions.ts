"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireVisitOf } from "@/lib/auth/require-visit";
import { type CounterReceipt, grantAtCounter } from "@/lib/claims/grant-at-counter";
import { cityNow } from "@/lib/clock/city-now";
import { endVisit } from "@/lib/counter/end-visit";
import { getVisitor } from "@/lib/counter/queries";
import { cityDay, formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import { formValues } from "@/lib/shared/form";
import { shortNumber } from "@/lib/shared/ids";
import { getWallet } from "@/lib/spending/queries";
import type { CounterState } from "../../counter-state";

const GrantInput = z.object({ activityId: z.uuid() });

/** Grants an activity's points to the member of the visit; the receipt ends it. */
export async function grantAction(_: CounterState, form: FormData): Promise<CounterState> {
  const { visit, actor, sessionId } = await requireVisitOf(form);
  const input = GrantInput.safeParse(formValues(form));
  const t = await getTranslations("counter.grantRefusal");
  const refusal = (title: string) => ({ values: {}, errors: [], notice: { kind: "error" as const, title } });
  if (!input.success) return refusal(t("unknown_activity"));
  const at = await cityNow();
  const granted = await grantAtCounter({ ...input.data, memberId: visit.memberId }, actor, at);
  if (!granted.ok) return refusal(t(granted.reason));
  await endVisit(sessionId, visit.visitId, "receipt");
  return { values: {}, errors: [], receipt: await describe(granted.value, visit.memberId, at) };
}

async function describe(
  { title, points, receivedAt, transferId, isRepeat }: CounterReceipt,
  memberId: string,
  at: Date,
) {
  const [t, { accountId }] = await Promise.all([getTranslations("counter"), getVisitor(memberId)]);
  const { balance } = await getWallet(accountId, at);
  const rows = [
    { term: t("grant.activity"), detail: title },
    { term: t("grant.pointsDone"), detail: t("points", { points }) },
    { term: t("grant.balance"), detail: t("points", { points: balance }) },
    { term: t("grant.at"), detail: formatCityDateTime(receivedAt) },
    { term: t("grant.id"), detail: shortNumber(transferId) },
  ];
  const day = formatCityDate(cityDay(receivedAt));
  return isRepeat
    ? { title: t("grant.already"), text: t("grant.alreadyText", { day }), rows }
    : { title: t("grant.done", { points }), rows };
}
