import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import { type Letters, listAskLetters, listDecisionLetters } from "@/lib/approvals/list-letters";
import { logFault } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { permissions } from "@/lib/staff/permissions";

const deciders = { acts: permissions["approval.decide"], staff: permissions["staff.approve"] };

/** Tells those who may decide that a draft waits, after the answer has gone; a mail that fails undoes nothing. Only in an action. */
export function announceDraft(approvalId: string): void {
  after(() => mailAll("asked", listAskLetters(approvalId, deciders)));
}

/** Tells the maker how their draft ended. Only in an action. */
export function announceDecision(approvalId: string): void {
  after(() => mailAll("ended", listDecisionLetters(approvalId)));
}

async function mailAll(letter: "asked" | "ended", wanted: Promise<Letters | undefined>): Promise<void> {
  try {
    const found = await wanted;
    if (!found) return;
    const t = await getTranslations("approvals");
    const facts = {
      number: found.number,
      kind: t(`kind.${found.kind}`),
      state: t(`state.${found.state}`),
      until: formatCityDateTime(found.expiresAt),
    };
    const words = { subject: t(`mail.${letter}.subject`, facts), text: t(`mail.${letter}.text`, facts) };
    for (const to of found.to)
      await sendMail({ to, ...words }).catch((fault) => logFault(fault, { route: "mail:approval" }));
  } catch (fault) {
    logFault(fault, { route: "mail:approval" });
  }
}
