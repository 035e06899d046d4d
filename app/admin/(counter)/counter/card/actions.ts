"use server";

import { getTranslations } from "next-intl/server";
import { requireVisitOf } from "@/lib/auth/require-visit";
import { cityNow } from "@/lib/clock/city-now";
import { endVisit } from "@/lib/counter/end-visit";
import type { CardRefusal } from "@/lib/members/decide-card";
import { CardRevocationInput, NewPinInput } from "@/lib/members/input";
import { issueCard } from "@/lib/members/issue-card";
import { listMemberCards } from "@/lib/members/queries";
import { reissueCard } from "@/lib/members/reissue-card";
import { formErrors, formValues } from "@/lib/shared/form";
import type { CounterState } from "../counter-state";
import { drawCard } from "./draw-card";
import { pinErrors } from "./pin-errors";

async function refusal(reason: CardRefusal, values: Record<string, string>): Promise<CounterState> {
  const t = await getTranslations("counter.cardRefusal");
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}

/** Issues the first card of the visit's member; the receipt holds the card itself and ends the visit. */
export async function issueCardAction(_: CounterState, form: FormData): Promise<CounterState> {
  const { visit, actor, sessionId } = await requireVisitOf(form);
  const pin = NewPinInput.safeParse(formValues(form));
  if (!pin.success) return { values: {}, errors: await pinErrors(pin.error) };
  const issued = await issueCard(visit.memberId, actor, await cityNow(), pin.data.pin);
  if (!issued.ok) return refusal(issued.reason, {});
  await endVisit(sessionId, visit.visitId, "receipt");
  const t = await getTranslations("counter.card");
  const rows = [{ term: t("serial"), detail: t("serialText", { serial: issued.value.serial }) }];
  return { values: {}, errors: [], receipt: { title: t("issued"), rows, card: await drawCard(visit.memberId) } };
}

/** Replaces the live card of the visit's member, of nobody else, with a reason. */
export async function reissueCardAction(_: CounterState, form: FormData): Promise<CounterState> {
  const { visit, actor, sessionId } = await requireVisitOf(form);
  const values = formValues(form, ["pin", "pinAgain"]);
  const [t, tr] = await Promise.all([getTranslations("counter.card"), getTranslations("counter.cardRefusal")]);
  const input = CardRevocationInput.safeParse(values);
  if (!input.success) {
    return { values, errors: formErrors(input.error, (_, why) => tr(why === "too_long" ? why : "required")) };
  }
  const isOwn = (await listMemberCards(visit.memberId)).some(({ cardId }) => cardId === input.data.cardId);
  if (!isOwn) return refusal("unknown_card", values);
  const pin = NewPinInput.safeParse(formValues(form));
  if (!pin.success) return { values, errors: await pinErrors(pin.error) };
  const reissued = await reissueCard(input.data, actor, await cityNow(), pin.data.pin);
  if (!reissued.ok) return refusal(reissued.reason, values);
  await endVisit(sessionId, visit.visitId, "receipt");
  const rows = [{ term: t("serial"), detail: t("serialText", { serial: reissued.value.serial }) }];
  const card = await drawCard(visit.memberId);
  return { values: {}, errors: [], receipt: { title: t("reissued"), text: t("voided"), rows, card } };
}
