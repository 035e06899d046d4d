import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { CloseForm } from "@/components/admin/close-form";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findReward, listExchanges, type Reward } from "@/lib/rewards/queries";
import { isId } from "@/lib/shared/page";
import { closeRewardAction, reopenRewardAction } from "../actions";
import { RewardBadge } from "../reward-badge";
import { ExchangeTable } from "./exchange-table";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rewards");
  return { title: t("one") };
}

/** One item of goods: what it is, what is left of it, and each exchange. */
export default async function RewardPage({ params, searchParams }: Props) {
  const { scope, scopeOf } = await requirePermission("reward.read");
  const { id } = await params;
  const reward = isId(id) ? await findReward(id, scope) : undefined;
  if (!reward) notFound();
  const { done, after } = await readSent(searchParams);
  const { rows, next } = await listExchanges(id, after);
  const t = await getTranslations("rewards");
  const address = (key?: string) => withQuery(`/admin/rewards/${id}`, { after: key });
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/rewards" }]} here={reward.name} />
      <DoneNotice done={done} />
      <PageHeading text={reward.name}>
        <RewardBadge {...reward} />
      </PageHeading>
      <SummaryList rows={await describe(reward)} />
      {scopeOf("reward.write") && <Changes reward={reward} />}
      <SectionHeading text={t("exchange.title")} />
      <ExchangeTable rows={rows} />
      <Pagination first={after ? address() : undefined} next={next ? address(next) : undefined} />
    </>
  );
}

async function describe({ summary, section, points, stock, exchanged }: Reward) {
  const t = await getTranslations("rewards");
  return [
    { term: t("field.summary"), detail: <span className="whitespace-pre-line">{summary}</span> },
    { term: t("field.sectionId"), detail: section },
    { term: t("field.points"), detail: t("points", { points }) },
    { term: t("field.stock"), detail: t("pieces", { pieces: stock }) },
    { term: t("field.exchanged"), detail: t("pieces", { pieces: exchanged }) },
  ];
}

async function Changes({ reward: { id, closedAt } }: { reward: Reward }) {
  const t = await getTranslations("rewards");
  return (
    <>
      <div>
        <LinkButton href={`/admin/rewards/${id}/edit`} look="outlined" size="medium">
          {t("edit")}
        </LinkButton>
      </div>
      {closedAt ? (
        <form action={reopenRewardAction} className="flex flex-col gap-3">
          <input type="hidden" name="itemId" value={id} />
          <p>{t("reopenText")}</p>
          <div>
            <SubmitButton look="outlined" size="medium">
              {t("reopen")}
            </SubmitButton>
          </div>
        </form>
      ) : (
        <ClientMessages names={["rewards"]}>
          <CloseForm send={closeRewardAction} words="rewards" field="itemId" id={id} />
        </ClientMessages>
      )}
    </>
  );
}
