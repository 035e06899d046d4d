import "server-only";
import { getTranslations } from "next-intl/server";
import { sendMail } from "@/lib/mail/send-mail";
import { CODE_MS } from "./decide-sign-in-code";
import type { Audience } from "./hash-sign-in";

const words = {
  member: "mail.signIn",
  member_prove: "mail.prove",
  member_email: "mail.addEmail",
  staff: "mail.staffSignIn",
} as const;

/** The letter with the code: no link, nothing that a mail scanner could use up. */
export async function mailSignInCode(audience: Audience, to: string, code: string): Promise<void> {
  const t = await getTranslations(words[audience]);
  await sendMail({ to, subject: t("subject"), text: t("text", { code, minutes: CODE_MS / 60_000 }) });
}
