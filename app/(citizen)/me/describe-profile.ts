import { getTranslations } from "next-intl/server";
import type { SummaryRow } from "@/components/ui/summary-list";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { ties } from "@/lib/members/input";
import type { Profile } from "@/lib/members/queries";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";

/** What is known of the member, as they are told it; what they told can be changed. */
export async function describeProfile(profile: Profile): Promise<SummaryRow[]> {
  const { number, email, joinedAt, birthYear } = profile;
  const t = await getTranslations("me");
  return [
    { term: t("number"), detail: formatMemberNumber(number) },
    ...(email ? [{ term: t("email"), detail: email }] : []),
    { term: t("tie"), detail: await tieWords(profile), change: "/me/profile" },
    {
      term: t("birthYear"),
      detail: birthYear ? t("birthYearText", { year: birthYear }) : t("untold"),
      change: "/me/profile",
    },
    { term: t("joined"), detail: formatCityDate(cityDay(joinedAt)) },
  ];
}

/** How the member is tied to the city, and how far that has been looked at. */
export async function tieWords({ tie, residency, validUntil }: Profile): Promise<string> {
  const [t, words] = await Promise.all([getTranslations("me"), getTranslations("joining.ties")]);
  const known = ties.find((one) => one === tie);
  const day = validUntil ? formatCityDate(validUntil) : "";
  return known ? t(`residency.${residency}`, { tie: words(known), day }) : t("untold");
}
