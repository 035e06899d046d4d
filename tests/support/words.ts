import { readdirSync, readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import type { Messages, Namespace } from "@/lib/i18n/catalogue";
import { fillNames } from "@/lib/i18n/fill-names";

const folder = new URL("../../lib/i18n/messages/ja/", import.meta.url);
const files = readdirSync(folder).map((name) => [
  name.replace(".json", ""),
  JSON.parse(readFileSync(new URL(name, folder), "utf8")),
]);

/** The sentences as a fresh book shows them. */
const messages = fillNames(Object.fromEntries(files) as Messages, {
  service_name: "こまポ",
  unit_name: "ポイント",
  city_name: "狛江市",
  contact_phone: "03-3430-1111",
  contact_hours: "",
});

/** What the screens say, from the same files as the screens: a test names a button by the key of its words. */
export function words<N extends Namespace>(namespace: N) {
  return createTranslator({ locale: "ja", timeZone: "Asia/Tokyo", messages, namespace });
}
