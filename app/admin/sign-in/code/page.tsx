import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/sign-in/code-form";
import { ResendForm } from "@/components/sign-in/resend-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { resendStaffCodeAction, verifyStaffCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.code");
  return { title: t("title") };
}

export default async function StaffCodePage() {
  const browserHash = await findBrowserHash();
  const underWay = browserHash && (await findSignInUnderWay("staff", browserHash, await cityNow()));
  if (!underWay?.email) redirect("/admin/sign-in");
  const t = await getTranslations("auth");
  const words = { label: t("code.label"), support: t("code.support"), submit: t("staff.next") };
  return (
    <>
      <BackLink href="/admin/sign-in" />
      <ClientMessages>
        <CodeForm action={verifyStaffCodeAction} words={words}>
          <PageHeading text={t("code.title")}>
            <p className="wrap-anywhere">{t("staff.sent", { email: underWay.email })}</p>
            <p>{t("code.within")}</p>
          </PageHeading>
        </CodeForm>
        <section className="flex flex-col gap-4 border-t border-line pt-6">
          <SectionHeading text={t("code.missing")} />
          <p>{t("staff.missingText")}</p>
          <ResendForm action={resendStaffCodeAction}>{t("code.resend")}</ResendForm>
        </section>
      </ClientMessages>
    </>
  );
}
