import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import type { ApprovalDetail } from "@/lib/approvals/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { targetPath } from "./paths";

/** Who asks, why, until when, who decided, and the drafts before and after it. */
export async function DraftTerms({ approval }: { approval: ApprovalDetail }) {
  const t = await getTranslations("approvals");
  const target = targetPath(approval);
  const linkTo = (id: string | null) => id && <TextLink href={`/admin/approvals/${id}`}>{t("detail.see")}</TextLink>;
  const rows = [
    { term: t("column.number"), detail: approval.number },
    { term: t("detail.reason"), detail: <p className="whitespace-pre-line">{approval.reason}</p> },
    { term: t("column.maker"), detail: approval.maker },
    { term: t("column.section"), detail: approval.section ?? t("wholeCity") },
    { term: t("column.createdAt"), detail: formatCityDateTime(approval.createdAt) },
    { term: t("column.expiresAt"), detail: formatCityDateTime(approval.expiresAt) },
    { term: t("detail.target"), detail: target && <TextLink href={target}>{t("detail.seeTarget")}</TextLink> },
    { term: t("detail.checker"), detail: approval.checker },
    { term: t("column.endedAt"), detail: approval.endedAt && formatCityDateTime(approval.endedAt) },
    { term: t("detail.note"), detail: approval.note && <p className="whitespace-pre-line">{approval.note}</p> },
    { term: t("detail.follows"), detail: linkTo(approval.followsId) },
    { term: t("detail.followedBy"), detail: linkTo(approval.followedBy) },
  ];
  return <SummaryList rows={rows.filter(({ detail }) => detail)} />;
}
