"use server";

import { getTranslations } from "next-intl/server";
import { requireVisitOf } from "@/lib/auth/require-visit";
import { cityNow } from "@/lib/clock/city-now";
import { endVisit } from "@/lib/counter/end-visit";
import { checkCardPin } from "@/lib/members/check-card-pin";
import type { PinRefusal } from "@/lib/members/decide-pin";
import { type ExchangeReceipt, exchangeItem } from "@/lib/rewards/exchange-item";
import { ExchangeInput } from "@/lib/rewards/input";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { formValues } from "@/lib/shared/form";
import { shortNumber } from "@/lib/shared/ids";
import type { CounterState } from "../../counter-state";

/** Exchanges points of the visit's member for goods, once they keyed their card's PIN in where it was the card that was shown; the receipt ends the visit. */
export async function exchangeAction(_: CounterState, form: FormData): Promise<CounterState> {
  const { visit, actor, sessionId } = await requireVisitOf(form);
  const input = ExchangeInput.safeParse(formValues(form));
  const t = await getTranslations("counter.exchangeRefusal");
  const refusal = (title: string) => ({ values: {}, errors: [], notice: { kind: "error" as const, title } });
  if (!input.success) return refusal(t("unknown_reward"));
  const keyed = { ...visit, typed: formValues(form).pin ?? "" };
  const pin = await checkCardPin(keyed, actor, await cityNow());
  if (!pin.ok) return { values: {}, errors: [{ field: "pin", message: await sayPin(pin.reason) }] };
  const exchanged = await exchangeItem(input.data, { memberId: visit.memberId, actor, at: await cityNow() });
  if (!exchanged.ok) return refusal(t(exchanged.reason));
  await endVisit(sessionId, visit.visitId, "receipt");
  return { values: {}, errors: [], receipt: await describe(exchanged.value) };
}

async function sayPin(reason: PinRefusal): Promise<string> {
  const t = await getTranslations("counter.pinRefusal");
  return t(reason);
}

async function describe({ item, pieces, points, balanceAfter, transferId, receivedAt }: ExchangeReceipt) {
  const t = await getTranslations("counter");
  return {
    title: t("exchange.done", { item }),
    text: t("exchange.hand", { pieces }),
    rows: [
      { term: t("exchange.item"), detail: item },
      { term: t("exchange.pieces"), detail: t("pieces", { pieces }) },
      { term: t("exchange.useDone"), detail: t("points", { points }) },
      { term: t("exchange.after"), detail: t("points", { points: balanceAfter }) },
      { term: t("grant.at"), detail: formatCityDateTime(receivedAt) },
      { term: t("grant.id"), detail: shortNumber(transferId) },
    ],
  };
}
