import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findProgramme, listDomains, listSections, type Programme } from "@/lib/programmes/queries";
import { isId } from "@/lib/shared/page";
import { findRedone } from "../../../approvals/find-redone";
import { updateProgrammeAction } from "../../actions";
import { ProgrammeForm } from "../../programme-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("edit") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export default async function EditProgrammePage({ params, searchParams }: Props) {
  const { staffId, scope } = await requirePermission("programme.write");
  const { id } = await params;
  const programme = isId(id) ? await findProgramme(id, scope) : undefined;
  if (!programme) notFound();
  const { follows } = await readSent(searchParams);
  const redone = await findRedone(follows, "change_programme_rule", staffId);
  const [t, domains, sections] = await Promise.all([getTranslations("programmes"), listDomains(), listSections(scope)]);
  return (
    <ClientMessages names={["programmes"]}>
      <div>
        <BackLink href={`/admin/programmes/${id}`} />
      </div>
      <ProgrammeForm
        send={updateProgrammeAction}
        values={{ ...formValuesOf(programme), ...redone?.values }}
        domains={domains.map((domain) => ({ value: domain.id, label: domain.name }))}
        sections={sections.map((section) => ({ value: section.id, label: section.name }))}
        isNew={false}
      >
        <PageHeading text={t("edit")}>{redone && <p>{t("budget.sentBack", { note: redone.note })}</p>}</PageHeading>
      </ProgrammeForm>
    </ClientMessages>
  );
}

/** The terms as the form's controls hold them. */
function formValuesOf(programme: Programme): Record<string, string> {
  const { id, name, domainId, sectionId, policyGoal, kpi, fundingSource, startsOn, endsOn, expiryKind } = programme;
  return {
    ...{ id, name, domainId, sectionId, policyGoal, kpi, fundingSource, startsOn, endsOn, expiryKind },
    points: String(programme.points),
    expiryCount: programme.expiryCount === null ? "" : String(programme.expiryCount),
    expiryOn: programme.expiryOn ?? "",
  };
}
