import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { isClosedTest } from "@/lib/ledger/current-book";
import { listInvitationBatches } from "@/lib/members/list-invitations";
import { BatchTable } from "./batch-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("title") };
}

export default async function InvitationsPage({ searchParams }: { searchParams: Sent }) {
  await requirePermission("invitation.write");
  const { done, after } = await readSent(searchParams);
  const [t, ts] = await Promise.all([getTranslations("invitations"), getTranslations("settings")]);
  const { rows, next } = await listInvitationBatches(await cityNow(), after);
  const isTest = await isClosedTest();
  return (
    <>
      <Breadcrumb above={[{ label: ts("title"), href: "/admin/settings" }]} here={t("title")} />
      <DoneNotice done={done} />
      <PageHeading text={t("title")}>
        <p>{t(isTest ? "lead" : "noTest")}</p>
      </PageHeading>
      {isTest && (
        <div>
          <LinkButton href="/admin/invitations/new" size="medium">
            {t("new")}
          </LinkButton>
        </div>
      )}
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <BatchTable rows={rows} />}
      <Pagination
        first={after ? withQuery("/admin/invitations", {}) : undefined}
        next={next ? withQuery("/admin/invitations", { after: next }) : undefined}
      />
    </>
  );
}
