import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { type FieldError, formErrors } from "@/lib/shared/form";

type Say = {
  label: (field: string) => string;
  sentence: (reason: string, least: number) => string;
};

/** Fields in which nothing is typed: one of a list is chosen. */
const isChosen = (field: string) => /(Id|Kind|Limit)$|^tie$/.test(field);

/** What is wrong with each answer, its field's label in front: read in the summary, it says which one is meant. */
export async function namedErrors(error: ZodError, { label, sentence }: Say): Promise<FieldError[]> {
  const t = await getTranslations("console");
  return formErrors(error, (field, reason, least) => {
    const said = reason === "required" && isChosen(field) ? t("choose") : sentence(reason, least);
    return t("fieldError", { label: label(field), sentence: said });
  });
}
