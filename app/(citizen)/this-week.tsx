import { getTranslations } from "next-intl/server";
import { ActivityCard } from "@/components/citizen/activity-card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { listUpcomingActivities } from "@/lib/activities/queries";

const SHOWN = 3;

/** This week's next activities. */
export async function ThisWeek({ at }: { at: Date }) {
  const t = await getTranslations("home.activities");
  const activities = await listUpcomingActivities(at, SHOWN);
  const help = (
    <LinkButton href="/help" look="outlined" size="medium">
      {t("help")}
    </LinkButton>
  );
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      {activities.length === 0 && <EmptyState action={help}>{t("empty")}</EmptyState>}
      <ul className="flex flex-col gap-3">
        {activities.map(({ id, ...activity }) => (
          <ActivityCard key={id} {...activity} />
        ))}
      </ul>
    </section>
  );
}
