import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { sumProgrammeGrants } from "@/lib/programmes/queries";
import { Allowed } from "../../allowed";

/** How much was granted so far; the numbers lead to the grants themselves. */
export async function ProgrammeGrants({ id, within }: { id: string; within: string }) {
  const [t, tc] = await Promise.all([getTranslations("programmes.detail"), getTranslations("console")]);
  const { granted, takenBack } = await sumProgrammeGrants(id);
  const grants = withQuery("/admin/grants", { programme: id });
  const rows = [
    { term: t("granted"), detail: <TextLink href={grants}>{tc("figure", granted)}</TextLink> },
    { term: t("takenBack"), detail: tc("figure", takenBack) },
    {
      term: t("usage"),
      detail: (
        <Allowed to="usage.read" within={within}>
          <TextLink href={withQuery("/admin/usage", { programme: id })}>{t("seeUsage")}</TextLink>
        </Allowed>
      ),
    },
  ];
  return (
    <section aria-labelledby="grants" className="flex flex-col gap-4">
      <SectionHeading id="grants" text={t("grants")} />
      <SummaryList rows={rows} />
    </section>
  );
}
