import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findOpenSuspension, type SuspensionRow } from "@/lib/members/list-suspensions";
import { formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { getMasked, MemberTitle } from "../member-title";
import { liftSuspensionAction, suspendMemberAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.suspension");
  return { title: t("title") };
}

/** Suspends a member, or shows the suspension and ends it. */
export default async function SuspensionPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("member.suspend");
  const member = await getMasked(params);
  const { memberId } = member;
  const suspension = await findOpenSuspension(memberId);
  const t = await getTranslations("memberships.suspension");
  return (
    <ClientMessages>
      <div>
        <BackLink href={`/admin/members/${memberId}`} />
      </div>
      <ReasonForm
        send={suspension ? liftSuspensionAction : suspendMemberAction}
        hidden={suspension ? { memberId } : { memberId, id: newId() }}
        label={t(suspension ? "liftReason" : "reason")}
        support={t("reasonSupport")}
        submit={t(suspension ? "liftSubmit" : "submit")}
      >
        <PageHeading text={t(suspension ? "liftTitle" : "title")}>
          <MemberTitle member={member} />
          {!suspension && <p>{t("lead")}</p>}
        </PageHeading>
        {suspension && <Facts suspension={suspension} />}
      </ReasonForm>
    </ClientMessages>
  );
}

async function Facts({ suspension }: { suspension: SuspensionRow }) {
  const t = await getTranslations("memberships.suspension");
  const { startedAt, startedBy, reason, replyBy, sentAt, answeredAt } = suspension;
  const appeal = sentAt ? t("waiting", { at: formatCityDateTime(sentAt) }) : t("noAppeal");
  const rows = [
    { term: t("since"), detail: formatCityDateTime(startedAt) },
    { term: t("by"), detail: startedBy },
    { term: t("reason"), detail: <span className="whitespace-pre-line">{reason}</span> },
    { term: t("replyBy"), detail: formatCityDate(replyBy) },
    { term: t("appeal"), detail: answeredAt ? t("answered", { at: formatCityDateTime(answeredAt) }) : appeal },
  ];
  return <SummaryList rows={rows} />;
}
