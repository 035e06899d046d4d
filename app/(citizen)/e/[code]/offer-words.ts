import { getTranslations } from "next-intl/server";
import type { ClaimRefusal } from "@/lib/claims/decide-claim";
import type { findOffer } from "@/lib/claims/queries";
import { cityDay, formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";

export type Offer = NonNullable<Awaited<ReturnType<typeof findOffer>>>;
export type Refused = { title: string; text: string };

/** What happened, that no points moved, and what to do now. */
export async function refusalWords(reason: ClaimRefusal, offer: Offer | undefined): Promise<Refused> {
  const t = await getTranslations("claims");
  const times = {
    opensAt: offer ? formatCityDateTime(offer.opensAt) : "",
    closesAt: offer ? formatCityDateTime(offer.closesAt) : "",
  };
  return { title: t(`refusal.${reason}`), text: t(`advice.${reason}`, times) };
}

export async function receivedWords(received: NonNullable<Offer["received"]>): Promise<Refused> {
  const t = await getTranslations("claims");
  const day = formatCityDate(cityDay(received.receivedAt));
  return { title: t("received.title", { day }), text: t("received.text", { points: received.points }) };
}
