import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { FileLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { listOpenOffers } from "@/lib/claims/queries";
import { cityNow } from "@/lib/clock/city-now";
import { getSettings } from "@/lib/settings/queries";
import { formatUntil } from "@/lib/shared/format-until";
import { VisitFrame } from "../visit-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.grant");
  return { title: t("title") };
}

/** Activities that can be received now; what this member has received already is said, not hidden. */
export default async function ChooseActivityPage() {
  const { visit, scope } = await requireVisit();
  const { approval_code_points: most } = await getSettings();
  const offers = await listOpenOffers(visit.memberId, { scope, most }, await cityNow());
  const t = await getTranslations("counter");
  return (
    <VisitFrame visit={visit}>
      <PageHeading text={t("grant.title")} />
      {offers.length === 0 && <EmptyState>{t("grant.empty")}</EmptyState>}
      <ul className="flex flex-col gap-3">
        {offers.map(({ id, title, place, points, closesAt, received }) => (
          <li key={id} className="flex flex-col gap-2 rounded-8 border border-line p-4">
            <FileLink href={`/admin/counter/grant/${id}`} size="large">
              {title}
            </FileLink>
            <p>
              {t("points", { points })} {place} {t("grant.until", { time: formatUntil(closesAt) })}
            </p>
            {received && <p className="text-std-20B-150">{t("grant.received")}</p>}
          </li>
        ))}
      </ul>
    </VisitFrame>
  );
}
