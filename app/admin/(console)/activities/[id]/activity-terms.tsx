import { getTranslations } from "next-intl/server";
import { Span } from "@/components/admin/span";
import { TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { claimLimits } from "@/lib/activities/input";
import type { Activity } from "@/lib/activities/queries";
import { Allowed } from "../../allowed";

export async function ActivityTerms({ activity }: { activity: Activity }) {
  const [t, tc] = await Promise.all([getTranslations("activities"), getTranslations("console")]);
  const limit = claimLimits.find((known) => known === activity.claimLimit) ?? "once";
  const programme = (
    <Allowed to="programme.read" within={activity.sectionId} instead={activity.programme}>
      <TextLink href={`/admin/programmes/${activity.programmeId}`}>{activity.programme}</TextLink>
    </Allowed>
  );
  const rows = [
    { term: t("label.programmeId"), detail: programme },
    { term: t("column.held"), detail: <Span start={activity.startsAt} end={activity.endsAt} /> },
    { term: t("detail.window"), detail: <Span start={activity.opensAt} end={activity.closesAt} /> },
    { term: t("label.place"), detail: activity.place },
    { term: t("label.points"), detail: tc("points", { points: activity.points }) },
    { term: t("label.claimLimit"), detail: t(`claimLimit.${limit}`) },
    { term: t("label.audience"), detail: activity.audience },
    { term: t("label.organiser"), detail: activity.organiser },
    ...(activity.group ? [{ term: t("label.groupId"), detail: activity.group }] : []),
    { term: t("label.summary"), detail: <p className="whitespace-pre-line">{activity.summary}</p> },
  ];
  return (
    <section aria-labelledby="about" className="flex flex-col gap-4">
      <SectionHeading id="about" text={t("detail.about")} />
      <SummaryList rows={rows} />
    </section>
  );
}
