import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { needsSecondPerson } from "@/lib/rewards/decide-return-draft";
import { type Exchange, findExchange } from "@/lib/rewards/queries";
import { getSettings } from "@/lib/settings/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { findRedone } from "../../../approvals/find-redone";
import { WaitingNotice } from "../../../approvals/waiting-notice";
import { ReturnForm } from "./return-form";

type Props = { params: Promise<{ transferId: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rewards");
  return { title: t("exchange.one") };
}

/** One exchange, and the one return that it may have. */
export default async function ExchangePage({ params, searchParams }: Props) {
  const { staffId, scope, scopeOf } = await requirePermission("reward.read");
  const { transferId } = await params;
  const exchange = isId(transferId) ? await findExchange(transferId, scope) : undefined;
  if (!exchange) notFound();
  const { done, follows } = await readSent(searchParams);
  const t = await getTranslations("rewards");
  const { itemId, item, returnedAt } = exchange;
  const above: { label: string; href: Route }[] = [
    { label: t("title"), href: "/admin/rewards" },
    { label: item, href: `/admin/rewards/${itemId}` as Route },
  ];
  return (
    <>
      <Breadcrumb above={above} here={t("exchange.one")} />
      <DoneNotice done={done} />
      <PageHeading text={t("exchange.one")} />
      <WaitingNotice target={{ kind: "transfer", id: transferId }} />
      <SummaryList rows={await describe(exchange)} />
      {!returnedAt && scopeOf("reward.write") && (
        <Return exchange={exchange} redone={await findRedone(follows, "return_exchange", staffId)} />
      )}
    </>
  );
}

async function describe({ transferId, item, pieces, points, happenedAt, by, returnedAt, returnReason }: Exchange) {
  const t = await getTranslations("rewards");
  const returned = [
    { term: t("exchange.returnedAt"), detail: returnedAt && formatCityDateTime(returnedAt) },
    { term: t("exchange.returnReason"), detail: returnReason },
  ];
  return [
    { term: t("exchange.item"), detail: item },
    { term: t("exchange.pieces"), detail: t("pieces", { pieces }) },
    { term: t("exchange.points"), detail: t("points", { points }) },
    { term: t("exchange.happenedAt"), detail: formatCityDateTime(happenedAt) },
    { term: t("exchange.by"), detail: by },
    { term: t("exchange.number"), detail: transferId },
    ...(returnedAt ? returned : []),
  ];
}

type ReturnProps = { exchange: Exchange; redone: Awaited<ReturnType<typeof findRedone>> };

async function Return({ exchange, redone }: ReturnProps) {
  const [t, settings] = await Promise.all([getTranslations("rewards.return"), getSettings()]);
  const { transferId, points, pieces } = exchange;
  const needsSecond = needsSecondPerson(exchange, settings);
  return (
    <ClientMessages names={["rewards"]}>
      <ReturnForm {...{ transferId, points, pieces, needsSecond }} values={redone?.values ?? {}}>
        <SectionHeading text={t("title")} />
        <p>{t("text", { points, pieces })}</p>
        {needsSecond && <p>{t("asks")}</p>}
      </ReturnForm>
    </ClientMessages>
  );
}
