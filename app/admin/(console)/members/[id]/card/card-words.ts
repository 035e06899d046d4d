import { getTranslations } from "next-intl/server";
import type { CardWords } from "@/lib/codes/compose-card";
import { env } from "@/lib/env";
import { isClosedTest } from "@/lib/ledger/current-book";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { getSettings } from "@/lib/settings/queries";
import { serialWords } from "../../../codes/poster-words";

/** What a card says: the number, and whom to call; nothing else of its member. */
export async function cardWords(card: { number: string; serial: number; token: string }): Promise<CardWords> {
  const t = await getTranslations("members.print");
  const { service_name } = await getSettings();
  return {
    service: service_name,
    kind: t((await isClosedTest()) ? "testKind" : "kind"),
    numberLabel: t("numberLabel"),
    number: formatMemberNumber(card.number),
    use: t("use"),
    lostLabel: t("lostLabel"),
    lost: t("lost"),
    footer: t("footer", { serial: serialWords(card.serial) }),
    guide: t("guide"),
    address: `${env.APP_ORIGIN}/c/${card.token}`,
  };
}
