"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "@/lib/auth/guards";
import { landMember } from "@/lib/auth/land-member";
import { openResume } from "@/lib/auth/resume";
import { cityNow } from "@/lib/clock/city-now";
import { ConsentInput } from "@/lib/members/input";
import { renewConsent } from "@/lib/members/renew-consent";
import { type FormState, formValues } from "@/lib/shared/form";

/** Agrees to the texts that changed; a claim that waited for it is made in this same request. */
export async function renewConsentAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId, requestId } = await requireSignedIn();
  const input = ConsentInput.safeParse(formValues(form));
  if (!input.success) return changedAgain();
  const { to, seen } = input.data;
  const at = await cityNow();
  const renewed = await renewConsent({ memberId, seen }, at);
  if (!renewed.ok) return changedAgain();
  redirect((await landMember({ memberId, resumeTo: openResume(to) }, requestId, at)) as Route);
}

async function changedAgain(): Promise<NonNullable<FormState>> {
  const t = await getTranslations("joining.consent");
  return { values: {}, errors: [], notice: { kind: "warning", title: t("title"), text: t("changedAgain") } };
}
