"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ReturnInput } from "@/lib/rewards/input";
import { returnExchange } from "@/lib/rewards/return-exchange";
import { type FormState, formValues } from "@/lib/shared/form";
import { typedErrors } from "../../../typed-errors";

/** Takes an exchange back, with a reason, and leads back to its record. */
export async function returnExchangeAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requirePermission("reward.write");
  const values = formValues(form);
  const t = await getTranslations("rewards");
  const input = ReturnInput.safeParse(values);
  if (!input.success) return { values, errors: await typedErrors(input.error, () => t("return.reason")) };
  const back = await returnExchange(input.data, actor, await cityNow());
  if (!back.ok) {
    const title = t(`returnRefusal.${back.reason}`);
    return { values, errors: [], notice: { kind: "error", title } };
  }
  const done = back.value.isRepeat ? "already" : "returned";
  redirect(withQuery(`/admin/rewards/exchanges/${input.data.transferId}`, { done }));
}
