import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { listActivities } from "@/lib/activities/queries";
import { ActivityList } from "../../activities/activity-list";

/** How many activities the programme's page itself shows. */
const SHOWN = 10;

export async function ProgrammeActivities({ id, count, at }: { id: string; count: number; at: Date }) {
  const t = await getTranslations("programmes");
  const { rows } = await listActivities({ programmeId: id, at });
  return (
    <section aria-labelledby="activities" className="flex flex-col gap-4">
      <SectionHeading id="activities" text={t("detail.activities")} />
      {rows.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href={withQuery("/admin/activities/new", { programme: id })} look="outlined" size="medium">
              {t("newActivity")}
            </LinkButton>
          }
        >
          {t("detail.activitiesEmpty")}
        </EmptyState>
      ) : (
        <>
          <ActivityList rows={rows.slice(0, SHOWN)} at={at} isOneProgramme />
          <p>
            <TextLink href={withQuery("/admin/activities", { programme: id })}>
              {t("detail.seeActivities", { count })}
            </TextLink>
          </p>
        </>
      )}
    </section>
  );
}
