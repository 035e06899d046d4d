import "server-only";
import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { logFault } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { unseal } from "@/lib/shared/seal";
import { getStaff } from "@/lib/staff/queries";

export type FactorChange = "enrolled" | "recovered" | "added" | "removed";

/** Tells the person that a way into their account has changed, after the answer has gone. Only in an action. */
export function mailFactorChange(staffId: string, change: FactorChange, requestId: string): void {
  after(async () => {
    const { emailEncrypted } = await getStaff(db, staffId);
    const t = await getTranslations("mail.factor");
    const letter = { subject: t("subject"), text: t("text", { change: t(change) }) };
    await sendMail({ to: unseal(env.FIELD_KEYS, emailEncrypted), ...letter }).catch((fault) =>
      logFault(fault, { requestId }),
    );
  });
}
