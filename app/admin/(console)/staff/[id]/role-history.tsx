import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCityDateTime } from "@/lib/shared/city-time";
import type { RoleRow } from "@/lib/staff/queries";
import { ByWhom, HeldRole } from "../held-roles";

/** Every role that a person was given: ended, never deleted. */
export async function RoleHistory({ rows }: { rows: readonly RoleRow[] }) {
  const t = await getTranslations("staff");
  return (
    <section aria-labelledby="history" className="flex flex-col gap-4">
      <SectionHeading id="history" text={t("detail.history")} />
      {rows.length === 0 && <p>{t("noRoles")}</p>}
      {rows.length > 0 && (
        <Table caption={t("detail.history")} captionHidden>
          <thead>
            <tr>
              <Th>{t("column.role")}</Th>
              <Th>{t("column.since")}</Th>
              <Th>{t("column.givenBy")}</Th>
              <Th>{t("column.ended")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <Th scope="row">
                  <HeldRole row={row} />
                </Th>
                <Td unbroken>{formatCityDateTime(row.grantedAt)}</Td>
                <Td>
                  <ByWhom by={row.givenBy} />
                </Td>
                <Td>
                  <Ended row={row} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function Ended({ row: { endedAt, endedBy } }: { row: RoleRow }) {
  if (!endedAt) return null;
  return (
    <span className="flex flex-wrap gap-x-3">
      {formatCityDateTime(endedAt)}
      <ByWhom by={endedBy} />
    </span>
  );
}
