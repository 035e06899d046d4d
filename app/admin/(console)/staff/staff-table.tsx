import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { decideStaffState } from "@/lib/staff/decide-staff-state";
import { listRolesOf, type StaffRow } from "@/lib/staff/queries";
import { HeldRoles } from "./held-roles";

export async function StaffTable({ rows }: { rows: readonly StaffRow[] }) {
  const t = await getTranslations("staff");
  const ids = rows.map(({ id }) => id);
  const held = Map.groupBy(await listRolesOf(ids, { past: false }), ({ staffId }) => staffId);
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("column.name")}</Th>
          <Th>{t("column.section")}</Th>
          <Th>{t("column.roles")}</Th>
          <Th>{t("column.lastSignIn")}</Th>
          <Th>{t("column.state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/admin/staff/${row.id}`} prefetch={false}>
                {row.name}
              </TextLink>
            </Th>
            <Td>{row.section}</Td>
            <Td>
              <HeldRoles rows={held.get(row.id) ?? []} />
            </Td>
            <Td unbroken>{row.lastSignIn ? formatCityDateTime(row.lastSignIn) : t("never")}</Td>
            <Td unbroken>
              <StaffState {...row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const tones = { disabled: "error", waiting: "warning", enabled: "success" } as const;

export async function StaffState(person: Pick<StaffRow, "disabled" | "isEnrolled">) {
  const t = await getTranslations("staff.state");
  const state = decideStaffState(person);
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
