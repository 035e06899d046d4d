import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { exportFaults } from "@/lib/audit/input";
import { type AuditFilter, countAuditEntries } from "@/lib/audit/queries";
import { requireFresh } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { auditAddress, exportAddress, readAuditRequest } from "../audit-request";

type Props = { searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit.export");
  return { title: t("title") };
}

/** The last question before the trail is taken along: how much it is, and for what. */
export default async function AuditExportPage({ searchParams }: Props) {
  const { scope } = await requireFresh("audit.export", await exportAddress(searchParams));
  const { filter } = await readAuditRequest(searchParams);
  const { error } = await readSent(searchParams);
  const count = await countAuditEntries(filter, scope, await cityNow());
  const t = await getTranslations("audit");
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: auditAddress(filter) }]} here={t("export.title")} />
      {count === 0 ? (
        <EmptyState>{t("export.empty")}</EmptyState>
      ) : (
        <ExportForm filter={filter} count={count} fault={exportFaults.find((known) => known === error)} />
      )}
    </>
  );
}

type FormProps = { filter: AuditFilter; count: number; fault: (typeof exportFaults)[number] | undefined };

/** A plain GET form: its answer is a file. */
async function ExportForm({ filter, count, fault }: FormProps) {
  const t = await getTranslations("audit.export");
  const error = fault && t(`error.${fault}`);
  const kept = Object.entries(filter).filter(([, value]) => value);
  return (
    <ClientMessages>
      <ErrorSummary errors={error ? [{ field: "purpose", message: error }] : []} />
      <PageHeading text={t("title")}>
        <p>{t("count", { count })}</p>
        <p>{t("text")}</p>
      </PageHeading>
      <form method="get" action="/admin/audit/csv" className="flex max-w-2xl flex-col gap-6">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="purpose"
          label={t("purpose")}
          support={t("purposeSupport")}
          requirement="required"
          maxLength={200}
          error={error}
        />
        <div>
          <SubmitButton size="medium">{t("do")}</SubmitButton>
        </div>
      </form>
    </ClientMessages>
  );
}
