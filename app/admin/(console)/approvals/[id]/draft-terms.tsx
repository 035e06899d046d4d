import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import type { ApprovalDetail, Reader } from "@/lib/approvals/queries";
import { findStaff } from "@/lib/auth/guards";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { decidePermission } from "@/lib/staff/decide-permission";
import { findInvitedEmail } from "@/lib/staff/find-invited-email";
import { permissions } from "@/lib/staff/permissions";
import { targetPath } from "./paths";

/** A member's page is opened by those at the counter alone; the second person has both sides here. */
async function mayOpen(targetKind: string): Promise<boolean> {
  const holdings = (await findStaff())?.holdings ?? [];
  return targetKind !== "member" || decidePermission(permissions, holdings, "member.read") !== undefined;
}

type Props = { approval: ApprovalDetail; reader: Reader };

/** Who asks, why, until when, who decided, and the drafts before and after it; of an invitation the address, for those who may decide it. */
export async function DraftTerms({ approval, reader }: Props) {
  const t = await getTranslations("approvals");
  const invited = approval.kind === "invite_staff" && (await findInvitedEmail(approval.id, reader.decides.staff));
  const target = (await mayOpen(approval.targetKind)) && targetPath(approval);
  const linkTo = (id: string | null) => id && <TextLink href={`/admin/approvals/${id}`}>{t("detail.see")}</TextLink>;
  const rows = [
    { term: t("column.number"), detail: approval.number },
    { term: t("detail.invited"), detail: invited && <span className="wrap-anywhere">{invited}</span> },
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
