"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { welcomeNewcomer } from "@/lib/counter/welcome-newcomer";
import { namedErrors } from "@/lib/i18n/named-errors";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { CounterSignUpInput } from "@/lib/members/input";
import { formValues } from "@/lib/shared/form";
import type { SignUpState } from "./sign-up-state";

const reasons = [
  "required",
  "too_long",
  "not_kana",
  "not_a_day",
  "not_a_phone",
  "not_an_email",
  "not_agreed",
  "malformed_code",
  "wrong_number",
] as const;
const fields = CounterSignUpInput.keyof().exclude(["id", "isConfirmed"]).options;
const fieldsOf = {
  unlikely_birth_date: "bornOn",
  guardian_needed: "hasGuardian",
  email_taken: "email",
  unknown_guardian: "guardianNumber",
  guardian_not_needed: "guardianNumber",
  own_wallet: "guardianNumber",
} as const;
const fieldOf = (reason: string): string => fieldsOf[reason as keyof typeof fieldsOf] ?? "invitation";

/** Signs somebody up who has no membership yet, and begins their visit. */
export async function signUpAction(_: SignUpState, form: FormData): Promise<SignUpState> {
  const { actor, sessionId } = await requirePermission("counter.act");
  const values = formValues(form);
  const t = await getTranslations("counter.new");
  const input = CounterSignUpInput.safeParse(values);
  if (!input.success) {
    const label = (name: string) => t(fields.find((field) => field === name) ?? "familyName");
    const sentence = (reason: string) => t(`error.${reasons.find((known) => known === reason) ?? "required"}`);
    return { values, errors: await namedErrors(input.error, { label, sentence }) };
  }
  const at = await cityNow();
  const admitted = await admitAtCounter(input.data, actor, at);
  if (!admitted.ok && admitted.reason === "possible_double") {
    const doubles = admitted.candidates.map(({ maskedName: name, number }) => ({ name, number }));
    return { values, errors: [], doubles };
  }
  if (!admitted.ok) {
    return { values, errors: [{ field: fieldOf(admitted.reason), message: t(`refusal.${admitted.reason}`) }] };
  }
  const opened = await welcomeNewcomer(admitted.value.memberId, sessionId, actor, at);
  redirect((opened.ok ? "/admin/counter/menu" : "/admin/counter") as Route);
}
