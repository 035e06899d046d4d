import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { getSettings, type Settings } from "@/lib/settings/queries";
import { catalogues, type Locale, type Messages } from "./catalogue";
import { decideLocale } from "./decide-locale";
import { fillNames } from "./fill-names";
import { LOCALE_COOKIE, locales } from "./locales";

const filled = new WeakMap<Settings, Partial<Record<Locale, Messages>>>();

/** Messages with the city's words in them; made again only when the settings were read again. */
async function currentMessages(locale: Locale): Promise<Messages> {
  const settings = await getSettings();
  const kept = filled.get(settings);
  const messages = kept?.[locale] ?? fillNames(catalogues[locale], settings);
  filled.set(settings, { ...kept, [locale]: messages });
  return messages;
}

export default getRequestConfig(async () => {
  const locale = decideLocale((await cookies()).get(LOCALE_COOKIE)?.value, locales) ?? locales[0];
  return { locale, messages: await currentMessages(locale), timeZone: "Asia/Tokyo" };
});
