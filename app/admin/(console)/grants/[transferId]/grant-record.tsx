import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Points } from "@/components/ui/points";
import { SummaryList } from "@/components/ui/summary-list";
import type { Grant } from "@/lib/grants/queries";
import { formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import { Allowed } from "../../allowed";

export async function GrantRecord({ grant }: { grant: Grant }) {
  const t = await getTranslations("grants.field");
  const activity = grant.activityId && (
    <Allowed to="activity.read" within={grant.sectionId} instead={grant.activity}>
      <TextLink href={`/admin/activities/${grant.activityId}`}>{grant.activity}</TextLink>
    </Allowed>
  );
  const rows = [
    { term: t("points"), detail: <Points value={grant.points} /> },
    { term: t("remaining"), detail: <Points value={grant.remaining} /> },
    {
      term: t("programme"),
      detail: (
        <Allowed to="programme.read" within={grant.sectionId} instead={grant.programme}>
          <TextLink href={`/admin/programmes/${grant.programmeId}`}>{grant.programme}</TextLink>
        </Allowed>
      ),
    },
    { term: t("activity"), detail: activity },
    { term: t("fundingSource"), detail: grant.fundingSource },
    { term: t("expiresOn"), detail: formatCityDate(grant.expiresOn) },
    { term: t("happenedAt"), detail: formatCityDateTime(grant.happenedAt) },
    { term: t("recordedAt"), detail: formatCityDateTime(grant.recordedAt) },
    { term: t("number"), detail: <span className="break-all">{grant.transferId}</span> },
  ];
  return <SummaryList rows={rows} />;
}
