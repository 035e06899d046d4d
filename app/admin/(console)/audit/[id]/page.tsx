import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { StatusBadge } from "@/components/ui/status-badge";
import { SummaryList } from "@/components/ui/summary-list";
import { findTargetNames } from "@/lib/audit/find-target-names";
import { type AuditEntry, findAuditEntry } from "@/lib/audit/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityDay, formatCityClock, formatCityDate } from "@/lib/shared/city-time";
import { isNumber } from "@/lib/shared/page";
import { auditAddress } from "../audit-request";
import { entryWords } from "../entry-words";
import { TargetLink } from "../target-link";
import { DifferenceTable } from "./difference-table";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("one") };
}

/** One act with all that is known of it. */
export default async function AuditEntryPage({ params }: Props) {
  const { scope } = await requirePermission("audit.read");
  const { id } = await params;
  const entry = isNumber(id) ? await findAuditEntry(Number(id), scope) : undefined;
  if (!entry) notFound();
  const t = await getTranslations("audit");
  const words = await entryWords();
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/audit" }]} here={t("one")} />
      <PageHeading text={words.act(entry.act)}>
        <StatusBadge tone={entry.outcome === "denied" ? "error" : "success"}>
          {t(entry.outcome === "denied" ? "outcome.denied" : "outcome.done")}
        </StatusBadge>
      </PageHeading>
      <SummaryList rows={await describe(entry)} />
      <SectionHeading text={t("difference.title")} />
      <DifferenceTable entry={entry} />
      <div className="flex flex-wrap gap-3">
        {entry.targetId && (
          <LinkButton
            href={auditAddress({ kind: entry.targetKind, target: entry.targetId })}
            look="outlined"
            size="medium"
          >
            {t("trail")}
          </LinkButton>
        )}
        <LinkButton href={auditAddress({ staff: entry.staffId })} look="outlined" size="medium">
          {t("personTrail")}
        </LinkButton>
      </div>
    </>
  );
}

async function describe(entry: AuditEntry) {
  const t = await getTranslations("audit");
  const [words, names] = await Promise.all([entryWords(), findTargetNames([entry])]);
  const target = [entry.targetId && names.get(entry.targetId), entry.targetId].filter(Boolean).join(" / ");
  const none = t("field.none");
  const at = `${formatCityDate(cityDay(entry.recordedAt))} ${formatCityClock(entry.recordedAt)}`;
  return [
    { term: t("field.number"), detail: entry.id },
    { term: t("field.at"), detail: at },
    { term: t("field.who"), detail: entry.name ?? t("unknownStaff") },
    { term: t("field.section"), detail: entry.section ?? none },
    { term: t("field.roles"), detail: words.roles(entry.roles).join(" / ") || none },
    {
      term: t("field.target"),
      detail: <TargetLink entry={entry} kind={words.kind(entry.targetKind)} name={target} />,
    },
    { term: t("field.reason"), detail: words.reason(entry) ?? none },
    { term: t("field.purpose"), detail: entry.purpose ? words.purpose(entry.purpose) : none },
    { term: t("field.requestId"), detail: <span className="wrap-anywhere">{entry.requestId ?? none}</span> },
    { term: t("field.address"), detail: entry.address ?? none },
  ];
}
