import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { FilterTabs } from "@/components/admin/filter-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th } from "@/components/ui/table";
import { requirePermission } from "@/lib/auth/guards";
import { listRewards, type RewardRow, rewardStates } from "@/lib/rewards/queries";
import { RewardBadge } from "./reward-badge";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rewards");
  return { title: t("title") };
}

export default async function RewardsPage({ searchParams }: { searchParams: Sent }) {
  const { scope, scopeOf } = await requirePermission("reward.read");
  const sent = await readSent(searchParams);
  const state = rewardStates.find((known) => known === sent.state);
  const { rows, next } = await listRewards({ scope, state }, sent.after);
  const [t, tc] = await Promise.all([getTranslations("rewards"), getTranslations("console")]);
  const address = (query: Record<string, string | undefined>) => withQuery("/admin/rewards", query);
  const tabs = [undefined, ...rewardStates].map((one) => ({
    href: address({ state: one }),
    label: one ? t(one) : tc("all"),
    isCurrent: one === state,
  }));
  return (
    <>
      <PageHeading text={t("title")} />
      {scopeOf("reward.write") && (
        <div>
          <LinkButton href="/admin/rewards/new" size="medium">
            {t("new")}
          </LinkButton>
        </div>
      )}
      <FilterTabs label={tc("filter")} tabs={tabs} />
      <RewardTable rows={rows} />
      <Pagination
        first={sent.after ? address({ state }) : undefined}
        next={next ? address({ state, after: next }) : undefined}
      />
    </>
  );
}

async function RewardTable({ rows }: { rows: RewardRow[] }) {
  const t = await getTranslations("rewards");
  if (rows.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("field.name")}</Th>
          <Th>{t("field.sectionId")}</Th>
          <Th numeric>{t("field.points")}</Th>
          <Th numeric>{t("field.stock")}</Th>
          <Th numeric>{t("field.exchanged")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/admin/rewards/${row.id}`} prefetch={false}>
                {row.name}
              </TextLink>
            </Th>
            <Td>{row.section}</Td>
            <Td numeric>{t("points", { points: row.points })}</Td>
            <Td numeric>{t("pieces", { pieces: row.stock })}</Td>
            <Td numeric>{t("pieces", { pieces: row.exchanged })}</Td>
            <Td unbroken>
              <RewardBadge {...row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
