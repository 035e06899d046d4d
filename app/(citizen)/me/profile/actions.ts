"use server";

import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/lib/auth/guards";
import { ProviderInput } from "@/lib/auth/input";
import { startProviderSignIn } from "@/lib/auth/start-provider-sign-in";
import { cityNow } from "@/lib/clock/city-now";
import { changeProfile } from "@/lib/members/change-profile";
import { ProfileInput } from "@/lib/members/input";
import { type FormState, formErrors, formValues } from "@/lib/shared/form";

/** Changes what the signed-in member told of themself. */
export async function changeProfileAction(_: FormState, form: FormData): Promise<FormState> {
  const { memberId } = await requireMember();
  const values = formValues(form);
  const t = await getTranslations("joining");
  const input = ProfileInput.safeParse(values);
  if (!input.success) {
    const say = (field: string) => t(field === "birthYear" ? "error.not_a_year" : "error.tie");
    return { values, errors: formErrors(input.error, say) };
  }
  const changed = await changeProfile(memberId, input.data, await cityNow());
  if (changed.ok) redirect("/me?saved");
  const message = t(changed.reason === "guardian_needed" ? "guardian_needed.title" : "error.unlikely_birth_year");
  return { values, errors: [{ field: "birthYear", message }] };
}

/** Leads to the provider of the pressed button, which shows where the member lives. */
export async function confirmResidencyAction(form: FormData): Promise<void> {
  await requireMember("/me/profile");
  const input = ProviderInput.safeParse(formValues(form));
  if (!input.success) notFound();
  await startProviderSignIn({ key: input.data.key, mode: "residency", resumeTo: "/me/profile" });
}
