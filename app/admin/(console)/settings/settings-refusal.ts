import "server-only";
import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import { namedErrors } from "@/lib/i18n/named-errors";
import type { LogoRefusal } from "@/lib/logos/decide-logo";
import type { ColourRefusal } from "@/lib/settings/decide-colours";
import type { UndoRefusal } from "@/lib/settings/decide-undo";
import { CityTerms } from "@/lib/settings/input";
import type { FieldError } from "@/lib/shared/form";

const fields = CityTerms.keyof().options;
const complaints = [
  "required",
  "too_long",
  "not_a_name",
  "not_a_colour",
  "not_a_phone",
  "not_a_number",
  "too_small",
  "too_large",
] as const;

export async function settingsErrors(error: ZodError): Promise<FieldError[]> {
  const t = await getTranslations("settings");
  return namedErrors(error, {
    label: (name) => t(`field.${fields.find((field) => field === name) ?? "service_name"}`),
    sentence: (reason, least) => t(`error.${complaints.find((known) => known === reason) ?? "required"}`, { least }),
  });
}

export async function colourFault(reason: ColourRefusal): Promise<FieldError> {
  const t = await getTranslations("settings.refusal");
  return { field: "colour_primary", message: t(reason) };
}

export async function logoFault(reason: LogoRefusal): Promise<FieldError> {
  const t = await getTranslations("settings.refusal");
  return { field: "logo", message: t(reason) };
}

export async function undoFault(reason: UndoRefusal): Promise<string> {
  const t = await getTranslations("settings.refusal");
  return t(reason);
}
