import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { EmptyState } from "@/components/ui/empty-state";
import { BackLink, LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { listGroups } from "@/lib/activities/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listProgrammeChoices } from "@/lib/programmes/queries";
import { cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { Allowed } from "../../allowed";
import { createActivityAction } from "../actions";
import { ActivityForm } from "../activity-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activities");
  return { title: t("new") };
}

export default async function NewActivityPage({ searchParams }: { searchParams: Sent }) {
  const { scope } = await requirePermission("activity.write");
  const { programme: asked } = await readSent(searchParams);
  const [programmes, groups] = await Promise.all([listProgrammeChoices(cityDay(await cityNow()), scope), listGroups()]);
  const chosen = programmes.find(({ id }) => id === asked);
  const t = await getTranslations("activities");
  const values = {
    id: newId(),
    programmeId: chosen?.id ?? "",
    organiser: chosen?.section ?? "",
    points: chosen ? String(chosen.points) : "",
    claimLimit: "once",
    windowKind: "around",
  };
  return (
    <ClientMessages names={["activities"]}>
      <div>
        <BackLink href={chosen ? `/admin/programmes/${chosen.id}` : "/admin/activities"} />
      </div>
      {programmes.length === 0 ? (
        <NoProgramme />
      ) : (
        <ActivityForm
          send={createActivityAction}
          values={values}
          programmes={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          groups={groups.map(({ id, name }) => ({ value: id, label: name }))}
          isNew
        >
          <PageHeading text={t("new")}>{chosen && <p>{t("support.points", { points: chosen.points })}</p>}</PageHeading>
        </ActivityForm>
      )}
    </ClientMessages>
  );
}

/** An activity needs a programme that runs or will run. */
async function NoProgramme() {
  const t = await getTranslations("activities");
  return (
    <>
      <PageHeading text={t("new")} />
      <EmptyState
        action={
          <Allowed to="programme.write">
            <LinkButton href="/admin/programmes/new" size="medium">
              {t("newProgramme")}
            </LinkButton>
          </Allowed>
        }
      >
        {t("noProgramme")}
      </EmptyState>
    </>
  );
}
