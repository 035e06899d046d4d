import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { listActivities } from "@/lib/activities/queries";
import type { Programme } from "@/lib/programmes/queries";
import type { Scope } from "@/lib/shared/scope";
import { ActivityList } from "../../activities/activity-list";
import { Allowed } from "../../allowed";

/** How many activities the programme's page itself shows. */
const SHOWN = 10;

type Props = { programme: Programme; at: Date; scope: Scope };

export async function ProgrammeActivities({ programme: { id, sectionId, activities: count }, at, scope }: Props) {
  const t = await getTranslations("programmes");
  const { rows } = await listActivities({ programmeId: id, at, scope });
  return (
    <section aria-labelledby="activities" className="flex flex-col gap-4">
      <SectionHeading id="activities" text={t("detail.activities")} />
      {rows.length === 0 ? (
        <EmptyState
          action={
            <Allowed to="activity.write" within={sectionId}>
              <LinkButton href={withQuery("/admin/activities/new", { programme: id })} look="outlined" size="medium">
                {t("newActivity")}
              </LinkButton>
            </Allowed>
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
