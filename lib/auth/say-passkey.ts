import "server-only";
import { getTranslations } from "next-intl/server";

/** What the passkey buttons say where the browser, the device or the person says no. */
export async function sayPasskey() {
  const t = await getTranslations("auth.passkey");
  return {
    stopped: { title: t("stopped.title"), text: t("stopped.text") },
    known: { title: t("known.title"), text: t("known.text") },
  };
}
