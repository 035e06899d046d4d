import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { BackLink, LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { decideAppeal } from "@/lib/members/decide-suspension";
import { findLatestSuspension, type OwnSuspension } from "@/lib/members/list-suspensions";
import { cityDay, formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import { AppealForm } from "./appeal-form";

type Props = { searchParams: Promise<{ sent?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.me.suspension");
  return { title: t("title") };
}

/** 利用停止: why, until when an appeal can be sent, and what became of it. */
export default async function SuspensionPage({ searchParams }: Props) {
  const { memberId } = await requireMember("/me/suspension");
  const [suspension, at, { sent }] = await Promise.all([findLatestSuspension(memberId), cityNow(), searchParams]);
  const t = await getTranslations("memberships.me.suspension");
  const heading = (
    <PageHeading text={t("title")}>{suspension && !suspension.endedAt && <p>{t("moved")}</p>}</PageHeading>
  );
  const mayAppeal = suspension && decideAppeal(suspension, cityDay(at)).ok;
  return (
    <ClientMessages names={["memberships"]}>
      {sent !== undefined && <Notification kind="success" title={t("sent")} />}
      <div>
        <BackLink href="/me" />
      </div>
      {!suspension && heading}
      {!suspension && <EmptyState action={<LinkButton href="/">{t("home")}</LinkButton>}>{t("none")}</EmptyState>}
      {suspension && !mayAppeal && heading}
      {suspension && !mayAppeal && <Facts suspension={suspension} />}
      {suspension && !mayAppeal && <Appeal suspension={suspension} />}
      {suspension && mayAppeal && (
        <AppealForm>
          {heading}
          <Facts suspension={suspension} />
          <SectionHeading text={t("appeal")} />
          <p>{t("lead")}</p>
        </AppealForm>
      )}
    </ClientMessages>
  );
}

async function Facts({ suspension }: { suspension: OwnSuspension }) {
  const t = await getTranslations("memberships.me.suspension");
  const { startedAt, reason, replyBy, endedAt, endReason } = suspension;
  const rows = [
    { term: t("since"), detail: formatCityDate(cityDay(startedAt)) },
    { term: t("reason"), detail: <span className="whitespace-pre-line">{reason}</span> },
    ...(endedAt
      ? [{ term: t("endReason"), detail: endReason ?? "" }]
      : [{ term: t("replyBy"), detail: t("until", { day: formatCityDate(replyBy) }) }]),
  ];
  return (
    <>
      {endedAt && <p className="text-std-17B-170">{t("ended")}</p>}
      <SummaryList rows={rows} />
    </>
  );
}

/** What was sent, and the answer; where nothing was sent in time, whom to ask. */
async function Appeal({ suspension }: { suspension: OwnSuspension }) {
  const t = await getTranslations("memberships.me.suspension");
  const { text, sentAt, answer, isUpheld, endedAt } = suspension;
  if (!text || !sentAt) return endedAt ? null : <p>{t("late")}</p>;
  const rows = [
    { term: t("sentAt"), detail: formatCityDateTime(sentAt) },
    { term: t("text"), detail: <span className="whitespace-pre-line">{text}</span> },
    { term: t("answer"), detail: answer ?? t("waiting") },
  ];
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("appeal")} />
      {isUpheld !== null && <p className="text-std-17B-170">{t(isUpheld ? "upheld" : "dismissed")}</p>}
      <SummaryList rows={rows} />
    </section>
  );
}
