import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { type FieldError, formErrors } from "@/lib/shared/form";

/** What is wrong with a PIN as it was keyed in, twice. */
export async function pinErrors(error: ZodError): Promise<FieldError[]> {
  const t = await getTranslations("counter.pinRefusal");
  return formErrors(error, (field) => t(field === "pinAgain" ? "not_the_same" : "not_four_digits"));
}
