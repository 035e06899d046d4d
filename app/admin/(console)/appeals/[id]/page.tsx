import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { findAppeal } from "@/lib/members/list-suspensions";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { AnswerForm } from "./answer-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.appeals");
  return { title: t("one") };
}

/** What a suspended member says to it; somebody else than who suspended answers. */
export default async function AppealPage({ params }: { params: Promise<{ id: string }> }) {
  const { staffId } = await requirePermission("appeal.answer");
  const { id } = await params;
  const appeal = isId(id) ? await findAppeal(id) : undefined;
  if (!appeal) notFound();
  const t = await getTranslations("memberships.appeals");
  const mayAnswer = appeal.startedById !== staffId && !appeal.answeredAt;
  const heading = (
    <>
      <PageHeading text={t("one")} />
      <Facts appeal={appeal} />
    </>
  );
  return (
    <ClientMessages names={["memberships"]}>
      <div>
        <BackLink href="/admin/appeals" />
      </div>
      {mayAnswer ? <AnswerForm appealId={id}>{heading}</AnswerForm> : heading}
      {!mayAnswer && appeal.answeredAt && (
        <Notification kind="info" title={t("answered", { at: formatCityDateTime(appeal.answeredAt) })}>
          <p>{appeal.answer}</p>
        </Notification>
      )}
      {!mayAnswer && !appeal.answeredAt && (
        <Notification kind="info" title={t("own")}>
          <p>{t("ownText")}</p>
        </Notification>
      )}
    </ClientMessages>
  );
}

async function Facts({ appeal }: { appeal: NonNullable<Awaited<ReturnType<typeof findAppeal>>> }) {
  const [t, ts] = await Promise.all([
    getTranslations("memberships.appeals"),
    getTranslations("memberships.suspension"),
  ]);
  const tl = await getTranslations("memberships.suspensions");
  const rows = [
    { term: tl("number"), detail: formatMemberNumber(appeal.number) },
    { term: ts("since"), detail: formatCityDateTime(appeal.startedAt) },
    { term: ts("by"), detail: appeal.startedBy },
    { term: ts("reason"), detail: <span className="whitespace-pre-line">{appeal.reason}</span> },
    { term: t("text"), detail: <span className="whitespace-pre-line">{appeal.text}</span> },
  ];
  return <SummaryList rows={rows} />;
}
