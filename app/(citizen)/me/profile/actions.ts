"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/lib/auth/guards";
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
