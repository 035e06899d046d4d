import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { newId } from "@/lib/shared/ids";
import { InvitationsForm } from "../invitations-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations");
  return { title: t("new") };
}

export default async function NewInvitationsPage() {
  await requirePermission("invitation.write");
  const t = await getTranslations("invitations");
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/invitations" }]} here={t("new")} />
      <ClientMessages names={["invitations"]}>
        <InvitationsForm batchId={newId()}>
          <PageHeading text={t("new")} />
        </InvitationsForm>
      </ClientMessages>
    </>
  );
}
