import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { DoneNotice } from "@/components/admin/done-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th } from "@/components/ui/table";
import { requirePermission } from "@/lib/auth/guards";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { listOpenAppeals } from "@/lib/members/list-suspensions";
import { formatCityDateTime } from "@/lib/shared/city-time";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.appeals");
  return { title: t("title") };
}

/** Appeals that wait for an answer. */
export default async function AppealsPage({ searchParams }: { searchParams: Sent }) {
  await requirePermission("appeal.answer");
  const { after, done } = await readSent(searchParams);
  const { rows, next } = await listOpenAppeals(after);
  const t = await getTranslations("memberships.appeals");
  return (
    <>
      <DoneNotice done={done} />
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <AppealTable rows={rows} />}
      <Pagination
        first={after ? "/admin/appeals" : undefined}
        next={next ? withQuery("/admin/appeals", { after: next }) : undefined}
      />
    </>
  );
}

type Rows = Awaited<ReturnType<typeof listOpenAppeals>>["rows"];

async function AppealTable({ rows }: { rows: Rows }) {
  const [t, ts] = await Promise.all([
    getTranslations("memberships.appeals"),
    getTranslations("memberships.suspension"),
  ]);
  const tl = await getTranslations("memberships.suspensions");
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("sentAt")}</Th>
          <Th>{tl("number")}</Th>
          <Th>{ts("since")}</Th>
          <Th>{ts("by")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.suspensionId}>
            <Th scope="row" unbroken>
              <TextLink href={`/admin/appeals/${row.appealId}`} prefetch={false}>
                {row.sentAt ? formatCityDateTime(row.sentAt) : ""}
              </TextLink>
            </Th>
            <Td unbroken>{formatMemberNumber(row.number)}</Td>
            <Td unbroken>{formatCityDateTime(row.startedAt)}</Td>
            <Td>{row.startedBy}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
