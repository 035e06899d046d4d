import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { FileLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { cityNow } from "@/lib/clock/city-now";
import { getVisitor } from "@/lib/counter/queries";
import { listRewardsOnHand } from "@/lib/rewards/queries";
import { getWallet } from "@/lib/spending/queries";
import { VisitFrame } from "../visit-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.exchange");
  return { title: t("title") };
}

/** What is on the shelf, and what this member has points for. */
export default async function ChooseRewardPage() {
  const { visit, scope } = await requireVisit();
  const { accountId } = await getVisitor(visit.memberId);
  const [items, { balance }] = await Promise.all([listRewardsOnHand(scope), getWallet(accountId, await cityNow())]);
  const t = await getTranslations("counter");
  return (
    <VisitFrame visit={visit}>
      <PageHeading text={t("exchange.title")}>
        <p>
          {t("exchange.balance")} {t("points", { points: balance })}
        </p>
      </PageHeading>
      {items.length === 0 && <EmptyState>{t("exchange.empty")}</EmptyState>}
      <ul className="flex flex-col gap-3">
        {items.map(({ id, name, points, stock }) => (
          <li key={id} className="flex flex-col gap-2 rounded-8 border border-line p-4">
            {points <= balance ? (
              <FileLink href={`/admin/counter/exchange/${id}`} size="large">
                {name}
              </FileLink>
            ) : (
              <p className="text-std-20B-150">{name}</p>
            )}
            <p>
              {t("exchange.price", { points })} {t("exchange.left", { stock })}{" "}
              {points > balance && t("exchange.short")}
            </p>
          </li>
        ))}
      </ul>
    </VisitFrame>
  );
}
