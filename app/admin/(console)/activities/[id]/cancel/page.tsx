import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { findActivity } from "@/lib/activities/queries";
import { requirePermission } from "@/lib/auth/guards";
import { isId } from "@/lib/shared/page";
import { cancelActivityAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activities.cancel");
  return { title: t("title") };
}

/** Asks once more, and why. */
export default async function CancelActivityPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requirePermission("activity.write");
  const { id } = await params;
  const activity = isId(id) ? await findActivity(id, scope) : undefined;
  if (!activity) notFound();
  if (activity.cancelledAt) redirect(`/admin/activities/${id}`);
  const t = await getTranslations("activities.cancel");
  return (
    <>
      <div>
        <BackLink href={`/admin/activities/${id}`} />
      </div>
      <ReasonForm
        send={cancelActivityAction}
        hidden={{ activityId: id }}
        label={t("reason")}
        support={t("reasonSupport")}
        submit={t("confirm")}
      >
        <PageHeading text={t("title")}>
          <p className="text-std-17B-170">{activity.title}</p>
          <p>{t("text")}</p>
        </PageHeading>
      </ReasonForm>
    </>
  );
}
