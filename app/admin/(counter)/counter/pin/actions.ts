"use server";

import { getTranslations } from "next-intl/server";
import { requireVisitOf } from "@/lib/auth/require-visit";
import { cityNow } from "@/lib/clock/city-now";
import { endVisit } from "@/lib/counter/end-visit";
import { NewPinInput, SeenInput } from "@/lib/members/input";
import { setCardPin } from "@/lib/members/set-card-pin";
import { formValues } from "@/lib/shared/form";
import { pinErrors } from "../card/pin-errors";
import type { CounterState } from "../counter-state";

/** Sets the PIN of the visit's member anew, once staff say that they have seen who it is; the receipt ends the visit. */
export async function setPinAction(_: CounterState, form: FormData): Promise<CounterState> {
  const { visit, actor, sessionId } = await requireVisitOf(form);
  const values = formValues(form);
  const [t, tr] = await Promise.all([getTranslations("counter.pin"), getTranslations("counter.cardRefusal")]);
  const refusal = (title: string): CounterState => ({ values: {}, errors: [], notice: { kind: "error", title } });
  if (!SeenInput.safeParse(values).success) return refusal(t("unseen"));
  const input = NewPinInput.safeParse(values);
  if (!input.success) return { values: {}, errors: await pinErrors(input.error) };
  const set = await setCardPin({ memberId: visit.memberId, pin: input.data.pin }, actor, await cityNow());
  if (!set.ok) return refusal(tr(set.reason));
  await endVisit(sessionId, visit.visitId, "receipt");
  return { values: {}, errors: [], receipt: { title: t("done"), text: t("doneText"), rows: [] } };
}
