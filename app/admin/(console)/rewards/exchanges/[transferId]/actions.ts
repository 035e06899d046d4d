"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { isDraftRefusal } from "@/lib/approvals/decide-draft";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ReturnInput } from "@/lib/rewards/input";
import { returnExchange } from "@/lib/rewards/return-exchange";
import { type FormState, formValues } from "@/lib/shared/form";
import { announceDraft } from "../../../approvals/announce";
import { typedErrors } from "../../../typed-errors";

/**
 * Shows what a return will do, and on the second press takes the exchange back and leads to its record; above the city's limit, to the draft that
 * asks a second person.
 */
export async function returnExchangeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("reward.write");
  const values = formValues(form);
  const t = await getTranslations("rewards");
  const input = ReturnInput.safeParse(values);
  const again = { ...values, step: "" };
  if (!input.success) return { values: again, errors: await typedErrors(input.error, () => t("return.reason")) };
  if (values.step !== "confirmed") return { values: { ...values, step: "check" }, errors: [] };
  const back = await returnExchange(input.data, actor, await cityNow());
  if (!back.ok) {
    const { reason } = back;
    const title = isDraftRefusal(reason)
      ? (await getTranslations("approvals.refusal"))(reason)
      : t(`returnRefusal.${reason}`);
    return { values: again, errors: [], notice: { kind: "error", title } };
  }
  const { draft } = back.value;
  if (draft) {
    announceDraft(draft.id);
    redirect(withQuery(`/admin/approvals/${draft.id}`, { done: "drafted" }));
  }
  const done = back.value.isRepeat ? "already" : "returned";
  redirect(withQuery(`/admin/rewards/exchanges/${input.data.transferId}`, { done }));
}
