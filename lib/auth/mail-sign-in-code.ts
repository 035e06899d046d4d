import "server-only";
import { getTranslations } from "next-intl/server";
import { sendMail } from "@/lib/mail/send-mail";
import { CODE_MS, LONG_CODE } from "./decide-sign-in-code";
import type { Audience } from "./hash-sign-in";

const words = {
  member: "mail.signIn",
  member_prove: "mail.prove",
  member_email: "mail.addEmail",
  staff: "mail.staffSignIn",
} as const;

/** The letter with the code: no link, nothing that a mail scanner could use up. */
export async function mailSignInCode(audience: Audience, to: string, code: string): Promise<void> {
  const [t, mail] = [await getTranslations(words[audience]), await getTranslations("mail")];
  const isLong = code.length === LONG_CODE;
  const shown = isLong ? code.replace(/\d{4}(?=\d)/g, "$& ") : code;
  const note = isLong ? `\n${mail("longCode")}` : "";
  const facts = { code: shown, digits: code.length, note, minutes: CODE_MS / 60_000 };
  await sendMail({ to, subject: t("subject"), text: t("text", facts) });
}
