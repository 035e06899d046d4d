import { getTranslations } from "next-intl/server";
import { spanWords } from "@/components/admin/span";
import type { PosterColours, PosterWords } from "@/lib/codes/compose-poster";
import { formatTypedCode } from "@/lib/codes/decide-typed-code";
import type { PosterFacts } from "@/lib/codes/find-poster";
import { env } from "@/lib/env";
import { isClosedTest } from "@/lib/ledger/current-book";
import { findCityLogo } from "@/lib/logos/queries";
import { getSettings } from "@/lib/settings/queries";

/** A serial number as it is printed: No. 000123. */
export const serialWords = (serial: number): string => `No. ${String(serial).padStart(6, "0")}`;

type Words = Omit<PosterWords, "service" | "city" | "typed" | "warning" | "footer" | "address">;
type Of<Kind extends PosterFacts["kind"]> = Extract<PosterFacts, { kind: Kind }>;

/** What the poster of a code says. */
export async function posterWords(facts: PosterFacts): Promise<PosterWords> {
  const t = await getTranslations("codes.poster");
  const { service_name } = await getSettings();
  const site = new URL(env.APP_ORIGIN).host;
  const { lead, ...words } = facts.kind === "shop" ? await shopWords(facts) : await activityWords(facts);
  return {
    service: service_name,
    city: t("city"),
    lead: (await isClosedTest()) ? t("test", { lead }) : lead,
    ...words,
    typed: { hint: t("typedHint"), code: formatTypedCode(facts.typedCode), site },
    warning: t("warning"),
    footer: t("footer", { section: facts.section, serial: serialWords(facts.serial), site: env.APP_ORIGIN }),
    address: `${env.APP_ORIGIN}/${facts.kind === "shop" ? "s" : "e"}/${facts.token}`,
  };
}

export async function posterColours(): Promise<PosterColours> {
  const { colour_primary, colour_on_primary } = await getSettings();
  return { band: colour_primary, onBand: colour_on_primary, logo: await findCityLogo() };
}

async function activityWords({ activity }: Of<"activity">): Promise<Words> {
  const [t, tc] = await Promise.all([getTranslations("codes.poster"), getTranslations("console")]);
  const { title, place, audience, points } = activity;
  return {
    lead: t("activityLead"),
    title,
    facts: [
      { term: t("held"), detail: tc("span", spanWords(activity.startsAt, activity.endsAt)) },
      { term: t("window"), detail: tc("span", spanWords(activity.opensAt, activity.closesAt)) },
      { term: t("place"), detail: place },
      { term: t("audience"), detail: audience },
    ],
    figure: { before: t("figureBefore"), number: t("figureNumber", { points }), after: t("figureAfter") },
    steps: [
      { picture: "scan", text: t("activitySteps.scan") },
      { picture: "tap", text: t("activitySteps.tap") },
      { picture: "done", text: t("activitySteps.done") },
    ],
    easy: t("activityEasy"),
    english: t("activityEnglish", { points }),
  };
}

async function shopWords({ shop }: Of<"shop">): Promise<Words> {
  const t = await getTranslations("codes.poster");
  return {
    lead: t("shopLead"),
    title: shop.name,
    facts: [
      { term: t("address"), detail: shop.address },
      { term: t("hours"), detail: shop.openingHours },
    ],
    figure: { before: t("shopFigureBefore"), number: t("shopFigureNumber"), after: t("shopFigureAfter") },
    steps: [
      { picture: "scan", text: t("shopSteps.scan") },
      { picture: "amount", text: t("shopSteps.amount") },
      { picture: "done", text: t("shopSteps.done") },
    ],
    easy: t("shopEasy"),
    english: t("shopEnglish"),
  };
}
