import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { namedErrors } from "@/lib/i18n/named-errors";
import type { FieldError } from "@/lib/shared/form";

const reasons = ["required", "too_long", "not_a_number", "too_small", "too_large", "not_a_time", "not_a_day"] as const;

/** What is wrong with each answer, in the sentences that all forms share. */
export async function typedErrors(error: ZodError, label: (field: string) => string): Promise<FieldError[]> {
  const t = await getTranslations("errors.typed");
  return namedErrors(error, {
    label,
    sentence: (reason, least) => t(reasons.find((known) => known === reason) ?? "required", { least }),
  });
}
