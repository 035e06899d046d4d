import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { cityNow } from "@/lib/clock/city-now";
import { getVisitor } from "@/lib/counter/queries";
import { decideMostPieces } from "@/lib/rewards/decide-exchange";
import { MOST_PIECES } from "@/lib/rewards/input";
import { findReward } from "@/lib/rewards/queries";
import { isId } from "@/lib/shared/page";
import { getWallet } from "@/lib/spending/queries";
import { VisitFrame } from "../../visit-frame";
import { CheckExchange } from "./check-exchange";
import { ChoosePieces } from "./choose-pieces";

type Props = { params: Promise<{ itemId: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.exchange");
  return { title: t("howMany") };
}

/** How many pieces, then the check; nothing is exchanged by opening it. */
export default async function ExchangeItemPage({ params, searchParams }: Props) {
  const { visit, scope } = await requireVisit();
  const { itemId } = await params;
  const item = isId(itemId) ? await findReward(itemId, scope) : undefined;
  if (!item) notFound();
  const { accountId } = await getVisitor(visit.memberId);
  const { balance } = await getWallet(accountId, await cityNow());
  const most = decideMostPieces(item, balance, MOST_PIECES);
  const pieces = Number((await readSent(searchParams)).pieces);
  const isChosen = Number.isInteger(pieces) && pieces >= 1 && pieces <= most;
  const t = await getTranslations("counter.exchange");
  return (
    <VisitFrame visit={visit}>
      {isChosen ? (
        <CheckExchange visitId={visit.visitId} item={item} pieces={pieces} balance={balance} />
      ) : (
        <>
          <PageHeading text={t("howMany")} />
          <ChoosePieces item={item} most={most} />
        </>
      )}
    </VisitFrame>
  );
}
