import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/sign-in/code-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { requireSignedIn } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { decideMaskedEmail } from "@/lib/members/decide-masked-email";
import { proveByCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.prove");
  return { title: t("codeTitle") };
}

export default async function ProveCodePage() {
  await requireSignedIn("/me/ways-in");
  const browserHash = await findBrowserHash();
  const underWay = browserHash && (await findSignInUnderWay("member_prove", browserHash, await cityNow()));
  if (!underWay?.email) redirect("/prove");
  const [t, ta] = await Promise.all([getTranslations("ways.prove"), getTranslations("auth.code")]);
  const words = { label: ta("label"), support: ta("support"), submit: t("submit") };
  return (
    <>
      <BackLink href="/prove" />
      <ClientMessages>
        <CodeForm action={proveByCodeAction} words={words}>
          <PageHeading text={t("codeTitle")}>
            <p className="wrap-anywhere">{ta("sent", { email: decideMaskedEmail(underWay.email) })}</p>
            <p>{ta("within")}</p>
          </PageHeading>
        </CodeForm>
      </ClientMessages>
    </>
  );
}
