import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isId } from "@/lib/shared/page";
import { findStaffRecord, listPlaces, listRolesOf, type RoleRow } from "@/lib/staff/queries";
import { changeRolesAction } from "../../actions";
import { roleWords } from "../../role-words";
import { StaffForm } from "../../staff-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("rolesTitle") };
}

export default async function ChangeRolesPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("staff.manage");
  const { id } = await params;
  const record = isId(id) ? await findStaffRecord(id) : undefined;
  if (!record) notFound();
  const [t, places, roles] = await Promise.all([getTranslations("staff"), listPlaces(), roleWords()]);
  const values = formValuesOf(await listRolesOf([id], { past: false }));
  return (
    <ClientMessages names={["staff"]}>
      <div>
        <BackLink href={`/admin/staff/${id}`} />
      </div>
      <StaffForm
        send={changeRolesAction}
        hidden={{ staffId: id }}
        values={values}
        roles={roles}
        places={places}
        isNew={false}
      >
        <PageHeading text={t("rolesTitle")}>
          <p className="text-std-17B-170">{record.name}</p>
          <p>{t("rolesText")}</p>
        </PageHeading>
      </StaffForm>
    </ClientMessages>
  );
}

/** The roles as the form's controls hold them: `role.<role>.<n>`. */
function formValuesOf(held: readonly RoleRow[]): Record<string, string> {
  const byRole = Map.groupBy(held, ({ role }) => role);
  const controls = [...byRole].flatMap(([role, rows]) =>
    rows.map(({ sectionId }, index) => [`role.${role}.${index}`, sectionId ?? "everywhere"]),
  );
  return Object.fromEntries(controls);
}
