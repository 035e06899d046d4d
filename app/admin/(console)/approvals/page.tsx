import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { FilterTabs } from "@/components/admin/filter-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { type ApprovalView, approvalViews, listApprovals } from "@/lib/approvals/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ApprovalList } from "./approval-list";
import { readerOf } from "./reader";

const path = "/admin/approvals";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("approvals");
  return { title: t("title") };
}

/** Drafts that wait for this person, their own, and those that have ended. */
export default async function ApprovalsPage({ searchParams }: { searchParams: Sent }) {
  const person = await requirePermission("approval.read");
  const { view: asked, after } = await readSent(searchParams);
  const view = approvalViews.find((known) => known === asked) ?? "inbox";
  const { rows, next } = await listApprovals(view, readerOf(person), await cityNow(), after);
  const t = await getTranslations("approvals");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <ViewTabs current={view} />
      {rows.length === 0 ? <EmptyState>{t(`empty.${view}`)}</EmptyState> : <ApprovalList rows={rows} view={view} />}
      <Pagination
        first={after ? withQuery(path, { view }) : undefined}
        next={next ? withQuery(path, { view, after: next }) : undefined}
      />
    </>
  );
}

async function ViewTabs({ current }: { current: ApprovalView }) {
  const t = await getTranslations("approvals.views");
  const tabs = approvalViews.map((view) => ({
    href: withQuery(path, { view }),
    label: t(view),
    isCurrent: view === current,
  }));
  return <FilterTabs label={t("label")} tabs={tabs} />;
}
