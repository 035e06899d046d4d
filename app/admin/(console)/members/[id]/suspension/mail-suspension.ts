import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import { logFault } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { findOwnAddress } from "@/lib/members/find-own-address";
import { formatCityDate } from "@/lib/shared/city-time";

/** Tells the member that they are suspended and until when they can reply, after the answer has gone; never why: that stands behind the sign-in. */
export function mailSuspension(memberId: string, replyBy: string, requestId: string): void {
  after(async () => {
    const to = await findOwnAddress(memberId);
    if (!to) return;
    const t = await getTranslations("memberships.suspension.mail");
    const letter = { subject: t("subject"), text: t("text", { day: formatCityDate(replyBy) }) };
    await sendMail({ to, ...letter }).catch((fault) => logFault(fault, { requestId }));
  });
}
