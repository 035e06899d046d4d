import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { isPinAsked } from "@/lib/members/check-card-pin";
import type { Reward } from "@/lib/rewards/queries";
import { newId } from "@/lib/shared/ids";
import { ActForm } from "../../act-form";
import { exchangeAction } from "./actions";

type Props = { visitId: string; item: Reward; pieces: number; balance: number };

/** The last look before points are taken; its id makes a second sending the same exchange. */
export async function CheckExchange({ visitId, item, pieces, balance }: Props) {
  const t = await getTranslations("counter");
  const points = item.points * pieces;
  const rows = [
    { term: t("exchange.item"), detail: item.name },
    { term: t("exchange.pieces"), detail: t("pieces", { pieces }) },
    { term: t("exchange.use"), detail: t("points", { points }) },
    { term: t("exchange.after"), detail: t("points", { points: balance - points }) },
  ];
  const hidden = { visitId, id: newId(), itemId: item.id, pieces: String(pieces), points: String(points) };
  const tp = await getTranslations("counter.pin");
  const pin = (await isPinAsked(visitId)) ? { label: tp("ask"), support: tp("askSupport") } : undefined;
  return (
    <ActForm send={exchangeAction} hidden={hidden} pin={pin} submit={t("exchange.do", { points })}>
      <PageHeading text={t("exchange.check")} />
      <SummaryList rows={rows} />
    </ActForm>
  );
}
