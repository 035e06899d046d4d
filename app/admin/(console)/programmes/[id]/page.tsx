import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { BudgetBar } from "@/components/admin/budget-bar";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { findScope, requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { findProgramme } from "@/lib/programmes/queries";
import { cityDay } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { Allowed } from "../../allowed";
import { WaitingNotice } from "../../approvals/waiting-notice";
import { TrailLink } from "../../audit/trail-link";
import { ProgrammeActivities } from "./programme-activities";
import { ProgrammeGrants } from "./programme-grants";
import { ProgrammeTermsList } from "./programme-terms-list";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await findScope("programme.read");
  const { id } = await params;
  return { title: scope && isId(id) ? ((await findProgramme(id, scope))?.name ?? "") : "" };
}

/** One programme: its budget, what it grants, its activities. */
export default async function ProgrammePage({ params, searchParams }: Props) {
  const { scope } = await requirePermission("programme.read");
  const { id } = await params;
  const programme = isId(id) ? await findProgramme(id, scope) : undefined;
  if (!programme) notFound();
  const { done } = await readSent(searchParams);
  const at = await cityNow();
  const t = await getTranslations("programmes");
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/programmes" }]} here={programme.name} />
      <DoneNotice done={done} />
      <PageHeading text={programme.name} />
      <WaitingNotice target={{ kind: "programme", id }} />
      <BudgetBar budget={programme.budget} used={programme.used} />
      <Allowed to="programme.write" within={programme.sectionId}>
        <Acts id={id} />
      </Allowed>
      <ProgrammeGrants id={id} within={programme.sectionId} />
      <ProgrammeActivities programme={programme} at={at} scope={scope} />
      <ProgrammeTermsList programme={programme} today={cityDay(at)} />
      <TrailLink kind="programme" target={id} />
    </>
  );
}

async function Acts({ id }: { id: string }) {
  const t = await getTranslations("programmes");
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={withQuery("/admin/activities/new", { programme: id })} size="medium">
        {t("newActivity")}
      </LinkButton>
      <LinkButton href={`/admin/programmes/${id}/budget`} look="outlined" size="medium">
        {t("budgetAct")}
      </LinkButton>
      <LinkButton href={`/admin/programmes/${id}/edit`} look="outlined" size="medium">
        {t("editAct")}
      </LinkButton>
    </div>
  );
}
