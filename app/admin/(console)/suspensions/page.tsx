import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th } from "@/components/ui/table";
import { requirePermission } from "@/lib/auth/guards";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { listOpenSuspensions, type SuspensionRow } from "@/lib/members/list-suspensions";
import { formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.suspensions");
  return { title: t("title") };
}

/** Members who are suspended now, each with their appeal. */
export default async function SuspensionsPage({ searchParams }: { searchParams: Sent }) {
  const { scopeOf } = await requirePermission("member.suspend");
  const { after } = await readSent(searchParams);
  const { rows, next } = await listOpenSuspensions(after);
  const t = await getTranslations("memberships.suspensions");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
        {scopeOf("appeal.answer") && (
          <p>
            <TextLink href="/admin/appeals">{t("appeals")}</TextLink>
          </p>
        )}
      </PageHeading>
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <SuspensionTable rows={rows} />}
      <Pagination
        first={after ? "/admin/suspensions" : undefined}
        next={next ? withQuery("/admin/suspensions", { after: next }) : undefined}
      />
    </>
  );
}

async function SuspensionTable({ rows }: { rows: readonly SuspensionRow[] }) {
  const [t, ts] = await Promise.all([
    getTranslations("memberships.suspensions"),
    getTranslations("memberships.suspension"),
  ]);
  const appealOf = ({ sentAt, answeredAt }: SuspensionRow) => {
    if (answeredAt) return ts("answered", { at: formatCityDateTime(answeredAt) });
    return sentAt ? ts("waiting", { at: formatCityDateTime(sentAt) }) : ts("noAppeal");
  };
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("number")}</Th>
          <Th>{ts("since")}</Th>
          <Th>{ts("by")}</Th>
          <Th>{ts("reason")}</Th>
          <Th>{ts("replyBy")}</Th>
          <Th>{ts("appeal")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.suspensionId}>
            <Th scope="row" unbroken>
              <TextLink href={`/admin/members/${row.memberId}/suspension`} prefetch={false}>
                {formatMemberNumber(row.number)}
              </TextLink>
            </Th>
            <Td unbroken>{formatCityDateTime(row.startedAt)}</Td>
            <Td>{row.startedBy}</Td>
            <Td>{row.reason}</Td>
            <Td unbroken>{formatCityDate(row.replyBy)}</Td>
            <Td>{appealOf(row)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
