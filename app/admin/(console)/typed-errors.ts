import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { type FieldError, formErrors } from "@/lib/shared/form";

const reasons = ["required", "too_long", "not_a_number", "too_small", "too_large", "not_a_time", "not_a_day"] as const;

/** What is wrong with each answer, its field's label in front: read in the summary, it says which one is meant. */
export async function typedErrors(error: ZodError, labelOf: (field: string) => string): Promise<FieldError[]> {
  const [t, tc] = await Promise.all([getTranslations("errors.typed"), getTranslations("console")]);
  return formErrors(error, (field, reason) => {
    const sentence = t(reasons.find((known) => known === reason) ?? "required");
    return tc("fieldError", { label: labelOf(field), sentence });
  });
}
