import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { Table, Td, Th } from "@/components/ui/table";
import { requirePermission } from "@/lib/auth/guards";
import { permissionNames, permissions, type Role } from "@/lib/staff/permissions";
import { roleWords } from "../role-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("permissionsTitle") };
}

/** The one table of who may do what, as the code has it. */
export default async function PermissionsPage() {
  await requirePermission("staff.read");
  const [t, roles] = await Promise.all([getTranslations("staff"), roleWords()]);
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/staff" }]} here={t("permissionsTitle")} />
      <PageHeading text={t("permissionsTitle")}>
        <p>{t("permissionsLead")}</p>
      </PageHeading>
      <Table caption={t("permissionsCaption")}>
        <thead>
          <tr>
            <Th>{t("permissionsTitle")}</Th>
            {roles.map(({ role, label }) => (
              <Th key={role} narrow>
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionNames.map((name) => (
            <tr key={name}>
              <Th scope="row" unbroken>
                {t(`permission.${name}`)}
              </Th>
              {roles.map(({ role }) => (
                <Td key={role} narrow>
                  <Mark can={(permissions[name] as readonly Role[]).includes(role)} />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

async function Mark({ can }: { can: boolean }) {
  const t = await getTranslations("staff");
  return (
    <>
      <span aria-hidden="true">{can ? "○" : "–"}</span>
      <span className="sr-only">{t(can ? "can" : "cannot")}</span>
    </>
  );
}
