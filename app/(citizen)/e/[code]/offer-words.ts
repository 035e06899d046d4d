import { getTranslations } from "next-intl/server";
import { decideAgain } from "@/lib/claims/decide-again";
import type { ClaimRefusal } from "@/lib/claims/decide-claim";
import type { findOffer } from "@/lib/claims/queries";
import { cityDay, formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";

export type Offer = NonNullable<Awaited<ReturnType<typeof findOffer>>>;
export type Received = NonNullable<Offer["received"]>;
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

/** When it was received; of a daily activity also whether tomorrow has points to receive again. */
export async function receivedWords(offer: Offer, received: Received, at: Date): Promise<Refused> {
  const t = await getTranslations("claims.received");
  const day = formatCityDate(cityDay(received.receivedAt));
  return { title: t("title", { day }), text: t(decideAgain(offer, at), { points: received.points }) };
}
