import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmailForm } from "@/components/sign-in/email-form";
import { PageHeading } from "@/components/ui/page-heading";
import { findStaff } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isRealBook } from "@/lib/staff/queries";
import { askStaffCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.staff");
  return { title: t("title") };
}

async function Shut() {
  const t = await getTranslations("auth.staff.shut");
  return (
    <>
      <PageHeading text={t("title")} />
      <p>{t("text")}</p>
      <p>{t("next")}</p>
    </>
  );
}

export default async function StaffSignInPage() {
  if (await isRealBook()) return <Shut />;
  if (await findStaff()) redirect("/admin");
  const t = await getTranslations("auth");
  return (
    <ClientMessages>
      <EmailForm action={askStaffCodeAction} words={{ label: t("staff.email"), submit: t("signIn.submit") }}>
        <PageHeading text={t("staff.title")}>
          <p>{t("staff.lead")}</p>
        </PageHeading>
      </EmailForm>
    </ClientMessages>
  );
}
