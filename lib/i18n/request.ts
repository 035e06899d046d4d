import { getRequestConfig } from "next-intl/server";
import { getSettings, type Settings } from "@/lib/settings/queries";
import { catalogues, type Locale, type Messages } from "./catalogue";
import { fillNames } from "./fill-names";

const locale: Locale = "ja";
const filled = new WeakMap<Settings, Messages>();

/** Messages with the city's words in them; made again only when the settings were read again. */
async function currentMessages(): Promise<Messages> {
  const settings = await getSettings();
  const messages = filled.get(settings) ?? fillNames(catalogues[locale], settings);
  filled.set(settings, messages);
  return messages;
}

export default getRequestConfig(async () => ({
  locale,
  messages: await currentMessages(),
  timeZone: "Asia/Tokyo",
}));
