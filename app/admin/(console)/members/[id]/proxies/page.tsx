import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { BackLink } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listProxies } from "@/lib/members/list-proxies";
import { getMasked, MemberTitle } from "../member-title";
import { ProxyForm } from "./proxy-form";
import { ProxyTable } from "./proxy-table";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.proxies");
  return { title: t("title") };
}

/** Who acts for a member, and for whom they act; another is opened here. */
export default async function ProxiesPage({ params, searchParams }: Props) {
  await requirePermission("proxy.write");
  const member = await getMasked(params);
  const { memberId } = member;
  const { after, done } = await readSent(searchParams);
  const { rows, next } = await listProxies(memberId, await cityNow(), after);
  const t = await getTranslations("memberships.proxies");
  const path = `/admin/members/${memberId}/proxies`;
  return (
    <ClientMessages names={["memberships"]}>
      <DoneNotice done={done} />
      <div>
        <BackLink href={`/admin/members/${memberId}`} />
      </div>
      <PageHeading text={t("title")}>
        <MemberTitle member={member} />
        <p>{t("lead")}</p>
      </PageHeading>
      {rows.length === 0 ? <EmptyState>{t("none")}</EmptyState> : <ProxyTable memberId={memberId} rows={rows} />}
      <Pagination
        first={after ? withQuery(path, {}) : undefined}
        next={next ? withQuery(path, { after: next }) : undefined}
      />
      <SectionHeading text={t("new")} />
      <ProxyForm memberId={memberId} />
    </ClientMessages>
  );
}
