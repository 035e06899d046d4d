import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requirePermission } from "@/lib/auth/guards";
import { listStaff } from "@/lib/staff/queries";
import { Allowed } from "../allowed";
import { StaffTable } from "./staff-table";

const path = "/admin/staff";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("title") };
}

/** Who works here, with which roles, since when and by whose act. */
export default async function StaffPage({ searchParams }: { searchParams: Sent }) {
  await requirePermission("staff.read");
  const { after, done } = await readSent(searchParams);
  const { rows, next } = await listStaff(after);
  const t = await getTranslations("staff");
  return (
    <>
      {done === "drafted" && <Notification kind="success" title={t("done.drafted")} />}
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <div className="flex flex-wrap items-center gap-4">
        <Allowed to="staff.manage">
          <LinkButton href="/admin/staff/new" size="medium">
            {t("invite")}
          </LinkButton>
        </Allowed>
        <TextLink href="/admin/staff/roles">{t("permissionsLink")}</TextLink>
      </div>
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <StaffTable rows={rows} />}
      <Pagination
        first={after ? withQuery(path, {}) : undefined}
        next={next ? withQuery(path, { after: next }) : undefined}
      />
    </>
  );
}
