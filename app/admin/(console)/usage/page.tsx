import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileLink, LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { findProgramme } from "@/lib/programmes/queries";
import { formatCityDate } from "@/lib/shared/city-time";
import { findShopRecord } from "@/lib/shops/queries";
import type { UsageQuery } from "@/lib/usage/input";
import { sumUsage, type UsageScope } from "@/lib/usage/queries";
import { Allowed } from "../allowed";
import { PeriodForm } from "./period-form";
import { reportAddress } from "./report-address";
import { readReportRequest } from "./report-request";
import { UsageTable } from "./usage-table";
import { ViewTabs } from "./view-tabs";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("usage");
  return { title: t("title") };
}

/** 利用状況: who was paid what, so that shops have nothing to write down. */
export default async function UsagePage({ searchParams }: Props) {
  const { scope: sections } = await requirePermission("usage.read");
  const { asked, scope, refusal } = await readReportRequest(await searchParams, sections);
  const t = await getTranslations("usage");
  return (
    <>
      <PageHeading text={t("title")} />
      {refusal && <Notification kind="error" title={t(`refusal.${refusal}`)} />}
      <PeriodForm asked={asked} />
      <Narrowed asked={asked} scope={scope} />
      <Totals scope={scope} />
      <ViewTabs asked={asked} />
      <UsageTable asked={asked} scope={scope}>
        {(next) => (
          <Pagination
            first={asked.after ? reportAddress("/admin/usage", asked) : undefined}
            next={next ? reportAddress("/admin/usage", asked, { after: next }) : undefined}
          />
        )}
      </UsageTable>
      <Allowed to="usage.export">
        <div>
          <FileLink href={reportAddress("/admin/usage/csv", asked)} look="outlined" size="medium">
            {t("csv.download")}
          </FileLink>
          <p className="mt-2 text-quiet">{t("csv.note")}</p>
        </div>
      </Allowed>
    </>
  );
}

async function Totals({ scope }: { scope: UsageScope }) {
  const [t, span] = await Promise.all([getTranslations("usage.totals"), getTranslations("console")]);
  const [from, to] = [formatCityDate(scope.period.from), formatCityDate(scope.period.to)];
  const { payments, points, refunds, refunded } = await sumUsage(scope);
  const rows = [
    { term: t("period"), detail: span("span", { start: from, end: to }) },
    { term: t("paid"), detail: t("figure", { count: payments, points }) },
    { term: t("refunded"), detail: t("figure", { count: refunds, points: refunded }) },
    { term: t("net"), detail: t("netFigure", { points: points - refunded }) },
  ];
  return <SummaryList rows={rows} />;
}

async function Narrowed({ asked, scope }: { asked: UsageQuery; scope: UsageScope }) {
  const t = await getTranslations("usage");
  const shop = asked.shop ? await findShopRecord(asked.shop) : undefined;
  const programme = asked.programme ? await findProgramme(asked.programme, scope.sections) : undefined;
  const names = [shop?.name, programme?.name].filter(Boolean);
  if (!asked.shop && !asked.programme) return null;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p>{t("narrowed", { names: names.join(" / ") || t("nothing") })}</p>
      <LinkButton
        href={reportAddress("/admin/usage", asked, { shop: undefined, programme: undefined })}
        look="outlined"
        size="small"
      >
        {t("widen")}
      </LinkButton>
    </div>
  );
}
