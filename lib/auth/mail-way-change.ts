import "server-only";
import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import { logFault } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";

export type WayChange = "added" | "removed" | "email";

/**
 * Tells a citizen, at the address they had before the act, that a way into their account has changed, after the answer has gone; who has no
 * address is told nothing. Only in an action or a route handler.
 */
export function mailWayChange(to: string | null, change: WayChange, requestId: string): void {
  if (to === null) return;
  after(async () => {
    const t = await getTranslations("mail.ways");
    const letter = { to, subject: t("subject"), text: t("text", { change: t(change) }) };
    await sendMail(letter).catch((fault) => logFault(fault, { requestId }));
  });
}
