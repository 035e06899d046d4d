import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import { LinkButton, TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Activity, findActivity, sumActivityGrants } from "@/lib/activities/queries";
import { findScope, requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { Allowed } from "../../allowed";
import { TrailLink } from "../../audit/trail-link";
import { CodePanel } from "../../codes/code-panel";
import { resumeActivityAction } from "../actions";
import { ActivityBadges } from "../activity-badge";
import { ActivityTerms } from "./activity-terms";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await findScope("activity.read");
  const { id } = await params;
  return { title: scope && isId(id) ? ((await findActivity(id, scope))?.title ?? "") : "" };
}

/** One activity: its code, what it has granted, its terms. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const { scope, scopeOf } = await requirePermission("activity.read");
  const { id } = await params;
  const activity = isId(id) ? await findActivity(id, scope) : undefined;
  if (!activity) notFound();
  const { done } = await readSent(searchParams);
  const at = await cityNow();
  const t = await getTranslations("activities");
  const programme: Crumb = {
    label: activity.programme,
    href: withQuery(`/admin/programmes/${activity.programmeId}`, {}),
  };
  const above = scopeOf("programme.read") ? [programme] : [];
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/activities" }, ...above]} here={activity.title} />
      <DoneNotice done={done} />
      <PageHeading text={activity.title}>
        <div>
          <ActivityBadges {...activity} at={at} />
        </div>
      </PageHeading>
      {activity.cancelledAt ? (
        <Cancelled activity={activity} at={activity.cancelledAt} />
      ) : (
        <Allowed to="activity.write" within={activity.sectionId}>
          <Acts id={id} />
        </Allowed>
      )}
      <Allowed to="code.read">
        <CodePanel target={{ activityId: id }} within={activity.sectionId} />
      </Allowed>
      <ActivityGrants activity={activity} />
      <ActivityTerms activity={activity} />
      <TrailLink kind="activity" target={id} />
    </>
  );
}

async function Acts({ id }: { id: string }) {
  const t = await getTranslations("activities");
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={`/admin/activities/${id}/edit`} look="outlined" size="medium">
        {t("editAct")}
      </LinkButton>
      <LinkButton href={`/admin/activities/${id}/cancel`} look="outlined" size="medium" tone="danger">
        {t("cancelAct")}
      </LinkButton>
    </div>
  );
}

async function Cancelled({ activity, at }: { activity: Activity; at: Date }) {
  const t = await getTranslations("activities");
  return (
    <Notification kind="warning" title={t("detail.cancelledAt", { day: formatCityDateTime(at) })}>
      <p>{t("detail.cancelledText")}</p>
      <Allowed to="activity.write" within={activity.sectionId}>
        <form action={resumeActivityAction}>
          <input type="hidden" name="activityId" value={activity.id} />
          <SubmitButton look="outlined" size="medium">
            {t("resumeAct")}
          </SubmitButton>
        </form>
      </Allowed>
    </Notification>
  );
}

async function ActivityGrants({ activity }: { activity: Activity }) {
  const [t, tc] = await Promise.all([getTranslations("activities.detail"), getTranslations("console")]);
  const granted = await sumActivityGrants(activity.id);
  return (
    <section aria-labelledby="grants" className="flex flex-col gap-2">
      <SectionHeading id="grants" text={t("grants")} />
      <p>
        <Allowed to="grant.read" within={activity.sectionId} instead={tc("figure", granted)}>
          <TextLink href={withQuery("/admin/grants", { activity: activity.id })}>{tc("figure", granted)}</TextLink>
        </Allowed>
      </p>
    </section>
  );
}
