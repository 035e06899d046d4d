import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { type FieldError, formErrors } from "@/lib/shared/form";

type Say = {
  label: (field: string) => string;
  sentence: (reason: string) => string;
};

/** What is wrong with each answer, its field's label in front: read in the summary, it says which one is meant. */
export async function namedErrors(error: ZodError, { label, sentence }: Say): Promise<FieldError[]> {
  const t = await getTranslations("console");
  return formErrors(error, (field, reason) => t("fieldError", { label: label(field), sentence: sentence(reason) }));
}
