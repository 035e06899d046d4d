import { useTranslations } from "next-intl";
import { withQuery } from "@/components/admin/address";
import { TextLink } from "@/components/ui/link";
import { formatApprovalNumber } from "@/lib/approvals/decide-approval-number";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import type { RoleRow } from "@/lib/staff/queries";

/** A role and where it is held. */
export function HeldRole({ row }: { row: RoleRow }) {
  const t = useTranslations("staff");
  const ta = useTranslations("audit.role");
  return t("heldIn", { role: ta(row.role), place: row.place ?? t("everywhere") });
}

/** The approval that gave or ended a role; none where it was given from the command line. */
export function ByWhom({ by }: { by: RoleRow["givenBy"] }) {
  const t = useTranslations("staff");
  if (!by?.id) return t("bySetup");
  return (
    <TextLink href={withQuery(`/admin/approvals/${by.id}`, {})} prefetch={false}>
      {t("byApproval", { number: formatApprovalNumber(by.year, by.serial) })}
    </TextLink>
  );
}

/** What a person may do now, each role with since when and by which approval. */
export function HeldRoles({ rows }: { rows: readonly RoleRow[] }) {
  const t = useTranslations("staff");
  if (rows.length === 0) return t("noRoles");
  return (
    <ul className="flex flex-col gap-2">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap gap-x-3">
          <span>
            <HeldRole row={row} />
          </span>
          <span className="text-quiet">{t("heldSince", { day: formatCityDate(cityDay(row.grantedAt)) })}</span>
          <ByWhom by={row.givenBy} />
        </li>
      ))}
    </ul>
  );
}
