import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "./catalogue";

/**
 * Hands the named namespaces, and always `ui`, to the client components below it; nothing else reaches the phone.
 * A provider inside another replaces its messages, so name all that the components below need.
 */
export async function ClientMessages({ names = [], children }: { names?: readonly Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const wanted: readonly Namespace[] = ["ui", ...names];
  const messages = Object.fromEntries(wanted.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
