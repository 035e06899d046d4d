import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { newId } from "@/lib/shared/ids";
import { listPlaces } from "@/lib/staff/queries";
import { inviteStaffAction } from "../actions";
import { roleWords } from "../role-words";
import { StaffForm } from "../staff-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("inviteTitle") };
}

export default async function InviteStaffPage() {
  await requirePermission("staff.manage");
  const [t, places, roles] = await Promise.all([getTranslations("staff"), listPlaces(), roleWords()]);
  return (
    <ClientMessages names={["staff"]}>
      <div>
        <BackLink href="/admin/staff" />
      </div>
      <StaffForm send={inviteStaffAction} hidden={{ id: newId() }} values={{}} roles={roles} places={places} isNew>
        <PageHeading text={t("inviteTitle")}>
          <p>{t("inviteText")}</p>
        </PageHeading>
      </StaffForm>
    </ClientMessages>
  );
}
