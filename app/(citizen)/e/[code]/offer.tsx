import { useTranslations } from "next-intl";
import { DomainMark } from "@/components/citizen/domain-mark";
import { Period } from "@/components/citizen/period";
import { PageHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { SummaryList } from "@/components/ui/summary-list";
import { formatCityDate } from "@/lib/shared/city-time";
import type { Offer } from "./offer-words";

/** The activity and its points, large enough to be read at arm's length. */
export function OfferHead({ offer }: { offer: Offer }) {
  const t = useTranslations("claims");
  return (
    <div className="flex flex-col gap-3">
      <DomainMark {...offer.domain} />
      <PageHeading text={offer.title}>
        <p>{offer.summary}</p>
      </PageHeading>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-16 bg-primary-soft px-4 py-3 text-primary">
        <span>{t("points")}</span>
        <Points value={offer.points} size="hero" sign />
      </p>
    </div>
  );
}

/** Everything else that the poster promises; `expiresOn` where the points can be received now. */
export function OfferDetails({ offer, expiresOn }: { offer: Offer; expiresOn: string | undefined }) {
  const t = useTranslations("claims");
  const limit = offer.claimLimit === "daily" ? t("limits.daily") : t("limits.once");
  const expiry = expiresOn && { term: t("expiry"), detail: t("expiryText", { day: formatCityDate(expiresOn) }) };
  const rows = [
    { term: t("when"), detail: <Period start={offer.startsAt} end={offer.endsAt} /> },
    { term: t("place"), detail: offer.place },
    { term: t("organiser"), detail: offer.organiser },
    { term: t("audience"), detail: offer.audience },
    { term: t("window"), detail: <Period start={offer.opensAt} end={offer.closesAt} /> },
    { term: t("limit"), detail: limit },
    ...(expiry ? [expiry] : []),
    { term: t("section"), detail: offer.section },
  ];
  return <SummaryList rows={rows} />;
}
