import "server-only";
import { getTranslations } from "next-intl/server";
import { sendMail } from "@/lib/mail/send-mail";
import { CODE_MS } from "./decide-sign-in-code";
import type { Audience } from "./hash-sign-in";

/** The letter with the code: no link, nothing that a mail scanner could use up. */
export async function mailSignInCode(audience: Audience, to: string, code: string): Promise<void> {
  const t = await getTranslations(audience === "member" ? "mail.signIn" : "mail.staffSignIn");
  await sendMail({ to, subject: t("subject"), text: t("text", { code, minutes: CODE_MS / 60_000 }) });
}
