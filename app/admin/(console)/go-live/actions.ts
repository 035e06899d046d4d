"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { isDraftRefusal } from "@/lib/approvals/decide-draft";
import { requireFreshAct } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { draftGoingLive } from "@/lib/going-live/draft-going-live";
import { GoingLiveInput } from "@/lib/going-live/input";
import { type FormState, formValues } from "@/lib/shared/form";
import { announceDraft } from "../approvals/announce";
import { typedErrors } from "../typed-errors";

/** Asks a second administrator to end the closed test and begin the real run. */
export async function draftGoingLiveAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("settings.write", form);
  if (!fresh.ok) return fresh.answer;
  const values = formValues(form);
  const t = await getTranslations("going-live");
  const input = GoingLiveInput.safeParse(values);
  if (!input.success) return { values, errors: await typedErrors(input.error, () => t("reason")) };
  const asked = await draftGoingLive(input.data.reason, fresh.person.actor, await cityNow());
  if (asked.ok) {
    announceDraft(asked.value.id);
    redirect(withQuery(`/admin/approvals/${asked.value.id}`, { done: "drafted" }));
  }
  const ta = await getTranslations("approvals.refusal");
  const title = isDraftRefusal(asked.reason) ? ta(asked.reason) : t(`refusal.${asked.reason}`);
  return { values, errors: [], notice: { kind: "error", title } };
}
