import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listDomains, listSections } from "@/lib/programmes/queries";
import { cityDay, endOfFiscalYear, fiscalYear } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { createProgrammeAction } from "../actions";
import { ProgrammeForm } from "../programme-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("new") };
}

export default async function NewProgrammePage() {
  const { sectionId, scope } = await requirePermission("programme.write");
  const today = cityDay(await cityNow());
  const [t, domains, sections] = await Promise.all([getTranslations("programmes"), listDomains(), listSections(scope)]);
  const values = {
    id: newId(),
    sectionId,
    startsOn: today,
    endsOn: endOfFiscalYear(fiscalYear(today)),
    expiryKind: "next_fiscal_year_end",
  };
  return (
    <ClientMessages names={["programmes"]}>
      <div>
        <BackLink href="/admin/programmes" />
      </div>
      <ProgrammeForm
        send={createProgrammeAction}
        values={values}
        domains={domains.map(({ id, name }) => ({ value: id, label: name }))}
        sections={sections.map(({ id, name }) => ({ value: id, label: name }))}
        isNew
      >
        <PageHeading text={t("new")} />
      </ProgrammeForm>
    </ClientMessages>
  );
}
