import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/sign-in/code-form";
import { LatestAnswer } from "@/components/sign-in/latest-answer";
import { ResendForm } from "@/components/sign-in/resend-form";
import { BackLink, TextLink } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { resendCodeAction, verifyCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.code");
  return { title: t("title") };
}

export default async function CodePage() {
  const browserHash = await findBrowserHash();
  const underWay = browserHash && (await findSignInUnderWay("member", browserHash, await cityNow()));
  if (!underWay?.email) redirect("/sign-in");
  const t = await getTranslations("auth.code");
  const words = { label: t("label"), support: t("support"), submit: t("submit") };
  return (
    <>
      <BackLink href="/sign-in" />
      <ClientMessages>
        <LatestAnswer>
          <CodeForm action={verifyCodeAction} words={words}>
            <PageHeading text={t("title")}>
              <p className="wrap-anywhere">{t("sent", { email: underWay.email })}</p>
              <p>{t("within")}</p>
            </PageHeading>
          </CodeForm>
          <section className="flex flex-col gap-4 border-t border-line pt-6">
            <SectionHeading text={t("missing")} />
            <p>{t("missingText")}</p>
            <ResendForm action={resendCodeAction}>{t("resend")}</ResendForm>
            <p>
              <TextLink href="/sign-in">{t("other")}</TextLink>
            </p>
          </section>
        </LatestAnswer>
      </ClientMessages>
    </>
  );
}
