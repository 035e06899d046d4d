import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requireFresh } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getSettingsNow } from "@/lib/settings/queries";
import { SettingsForm } from "../settings-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("edit") };
}

export default async function EditSettingsPage() {
  await requireFresh("settings.write", "/admin/settings/edit");
  const t = await getTranslations("settings");
  const now = Object.entries(await getSettingsNow()).map(([key, value]) => [key, value === null ? "" : String(value)]);
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/settings" }]} here={t("edit")} />
      <ClientMessages names={["settings"]}>
        <SettingsForm values={Object.fromEntries(now)}>
          <PageHeading text={t("edit")} />
        </SettingsForm>
      </ClientMessages>
    </>
  );
}
