import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type Sent, withQuery } from "@/components/admin/address";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { type AuditFilter, listActors, listAuditEntries } from "@/lib/audit/queries";
import { requirePermission } from "@/lib/auth/guards";
import { AuditFilterForm } from "./audit-filter-form";
import { auditAddress, readAuditRequest } from "./audit-request";
import { EntryTable } from "./entry-table";
import { entryWords } from "./entry-words";

type Props = { searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

/** 操作の記録: every act of the staff, or those of one person or on one thing. */
export default async function AuditPage({ searchParams }: Props) {
  const { scope, scopeOf } = await requirePermission("audit.read");
  const { filter, after } = await readAuditRequest(searchParams);
  const { rows, next } = await listAuditEntries(filter, scope, { after });
  const t = await getTranslations("audit");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <AuditFilterForm filter={filter} actors={await listActors(scope)} />
      <Narrowed filter={filter} />
      <EntryTable rows={rows} />
      <Pagination
        first={after ? auditAddress(filter) : undefined}
        next={next ? auditAddress(filter, next) : undefined}
      />
      {scopeOf("audit.export") && (
        <div>
          <LinkButton href={withQuery("/admin/audit/export", filter)} look="outlined" size="medium">
            {t("export.go")}
          </LinkButton>
        </div>
      )}
    </>
  );
}

async function Narrowed({ filter }: { filter: AuditFilter }) {
  if (!Object.values(filter).some(Boolean)) return null;
  const t = await getTranslations("audit");
  const words = await entryWords();
  return (
    <div className="flex flex-wrap items-center gap-4">
      {filter.target && <p>{t("narrowed", { kind: words.kind(filter.kind ?? "") })}</p>}
      <LinkButton href="/admin/audit" look="outlined" size="small">
        {t("widen")}
      </LinkButton>
    </div>
  );
}
