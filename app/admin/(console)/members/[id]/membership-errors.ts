import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { namedErrors } from "@/lib/i18n/named-errors";
import type { FieldError } from "@/lib/shared/form";

const reasons = ["required", "too_long", "wrong_number", "not_a_day"] as const;

/** What is wrong with each answer of a form about a membership. */
export async function membershipErrors(error: ZodError, label: (field: string) => string): Promise<FieldError[]> {
  const t = await getTranslations("memberships.error");
  return namedErrors(error, {
    label,
    sentence: (reason) => t(reasons.find((known) => known === reason) ?? "required"),
  });
}
