import { createTranslator } from "next-intl";
import { ja, type Messages } from "@/lib/i18n/catalogue";
import { fillNames } from "@/lib/i18n/fill-names";
import { getSettings } from "@/lib/settings/queries";

/** The words of the pages where no page is served, in the place of next-intl/server. */
export async function getTranslations(namespace: keyof Messages) {
  return createTranslator({ locale: "ja", messages: fillNames(ja, await getSettings()), namespace });
}
