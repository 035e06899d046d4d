import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { type Activity, findActivity, listGroups } from "@/lib/activities/queries";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { cityDay, formatCityTime } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { updateActivityAction } from "../../actions";
import { ActivityForm } from "../../activity-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activities");
  return { title: t("edit") };
}

export default async function EditActivityPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requirePermission("activity.write");
  const { id } = await params;
  const activity = isId(id) ? await findActivity(id, scope) : undefined;
  if (!activity) notFound();
  const t = await getTranslations("activities");
  const groups = (await listGroups()).map((group) => ({ value: group.id, label: group.name }));
  return (
    <ClientMessages names={["activities"]}>
      <div>
        <BackLink href={`/admin/activities/${id}`} />
      </div>
      <ActivityForm
        send={updateActivityAction}
        values={formValuesOf(activity)}
        programmes={[]}
        groups={groups}
        isNew={false}
      >
        <PageHeading text={t("edit")}>
          <p>{activity.programme}</p>
        </PageHeading>
      </ActivityForm>
    </ClientMessages>
  );
}

/** The activity as the form's controls hold it; its window always stands there exactly. */
function formValuesOf(activity: Activity): Record<string, string> {
  const { id, programmeId, title, summary, place, organiser, audience, claimLimit } = activity;
  const edges = {
    starts: activity.startsAt,
    ends: activity.endsAt,
    opens: activity.opensAt,
    closes: activity.closesAt,
  };
  const when = Object.entries(edges).flatMap(([edge, at]) => [
    [`${edge}On`, cityDay(at)],
    [`${edge}Time`, formatCityTime(at)],
  ]);
  const groupId = activity.groupId ?? "";
  const words = { id, programmeId, groupId, title, summary, place, organiser, audience, claimLimit };
  return { ...words, points: String(activity.points), windowKind: "exact", ...Object.fromEntries(when) };
}
