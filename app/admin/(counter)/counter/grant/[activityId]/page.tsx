import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requireVisit } from "@/lib/auth/require-visit";
import { findCounterFacts } from "@/lib/claims/queries";
import { cityNow } from "@/lib/clock/city-now";
import { isId } from "@/lib/shared/page";
import { ActForm } from "../../act-form";
import { VisitFrame } from "../../visit-frame";
import { grantAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.grant");
  return { title: t("check") };
}

/** The check before a grant; nothing is granted by opening it. */
export default async function CheckGrantPage({ params }: { params: Promise<{ activityId: string }> }) {
  const { visit, scope } = await requireVisit();
  const { activityId } = await params;
  const { memberId, visitId } = visit;
  const facts = isId(activityId) ? await findCounterFacts({ activityId, memberId }, scope, await cityNow()) : undefined;
  if (!facts) notFound();
  const t = await getTranslations("counter");
  const rows = [
    { term: t("grant.activity"), detail: facts.title },
    { term: t("grant.points"), detail: t("points", { points: facts.points }) },
  ];
  return (
    <VisitFrame visit={visit}>
      <ActForm send={grantAction} hidden={{ visitId, activityId }} submit={t("grant.do", { points: facts.points })}>
        <PageHeading text={t("grant.check")} />
        <SummaryList rows={rows} />
      </ActForm>
    </VisitFrame>
  );
}
