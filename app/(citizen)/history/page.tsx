import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { requireHolder } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { groupByMonth } from "@/lib/history/decide-entry";
import { listHistory } from "@/lib/history/queries";
import { isId } from "@/lib/shared/page";
import { getWallet } from "@/lib/spending/queries";
import { Month } from "./month";

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("history");
  return { title: t("title") };
}

/** 履歴: every entry of the member's wallet, month by month, with the balance after each. */
export default async function HistoryPage({ searchParams }: Props) {
  const { accountId } = await requireHolder("view", "/history");
  const { before } = await searchParams;
  const last = typeof before === "string" && isId(before) ? before : undefined;
  const [{ entries, next }, { balance, ended }] = await Promise.all([
    listHistory(accountId, last),
    getWallet(accountId, await cityNow()),
  ]);
  const t = await getTranslations("history");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-16 bg-primary-soft px-4 py-3">
        <span>{t("now")}</span>
        <Points value={balance} size="large" />
      </p>
      {ended > 0 && <p>{t("ended", { points: ended })}</p>}
      {entries.length === 0 && <Empty />}
      {groupByMonth(entries).map(({ month, entries }) => (
        <Month key={month} month={month} entries={entries} />
      ))}
      <Paging isFirst={last === undefined} next={next} />
    </>
  );
}

async function Empty() {
  const t = await getTranslations("history");
  return <EmptyState action={<LinkButton href="/scan">{t("start")}</LinkButton>}>{t("empty")}</EmptyState>;
}

async function Paging({ isFirst, next }: { isFirst: boolean; next: string | undefined }) {
  const t = await getTranslations("history");
  return (
    <>
      {next && (
        <LinkButton href={`/history?before=${next}`} look="outlined" prefetch={false}>
          {t("older")}
        </LinkButton>
      )}
      {!isFirst && (
        <LinkButton href="/history" look="text" prefetch={false}>
          {t("newest")}
        </LinkButton>
      )}
    </>
  );
}
