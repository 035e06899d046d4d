import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink, LinkButton, TextLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requireOwn } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { getSettings } from "@/lib/settings/queries";
import { formatCityDate } from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";
import { LeavingBanner } from "../../leaving-banner";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("leaving");
  return { title: t("title") };
}

/** What is lost by leaving; for whoever has asked for it, the way back. Open to those, too, who do not agree to new terms. */
export default async function LeavePage() {
  const { accountId, leavesAt } = await requireOwn("/me/leave");
  const t = await getTranslations("leaving");
  return (
    <>
      <BackLink href="/me" />
      {leavesAt && <LeavingBanner accountId={accountId} leavesAt={leavesAt} />}
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <Losses accountId={accountId} isLeaving={leavesAt !== undefined} />
      {!leavesAt && <Next />}
    </>
  );
}

async function Losses({ accountId, isLeaving }: { accountId: number; isLeaving: boolean }) {
  const [t, { balance, ending }] = await Promise.all([
    getTranslations("leaving"),
    getWallet(accountId, await cityNow()),
  ]);
  const soon = ending && t("endingText", { day: formatCityDate(ending.on), points: ending.points });
  const lost = isLeaving ? "pointsLeaving" : "pointsText";
  const rows = [
    { term: t("points"), detail: balance > 0 ? t(lost, { points: balance }) : t("noPoints") },
    ...(soon ? [{ term: t("ending"), detail: soon }] : []),
    { term: t("ways"), detail: t("waysText") },
    { term: t("data"), detail: t("dataText") },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <p>
        <TextLink href="/me/data">{t("export")}</TextLink>
      </p>
    </>
  );
}

async function Next() {
  const [t, { withdrawal_days: days }] = await Promise.all([getTranslations("leaving"), getSettings()]);
  return (
    <>
      <p>{t("days", { days })}</p>
      <LinkButton href="/me/leave/sure" look="outlined" tone="danger" prefetch={false}>
        {t("next")}
      </LinkButton>
      <LinkButton href="/me" look="text">
        {t("stop")}
      </LinkButton>
    </>
  );
}
