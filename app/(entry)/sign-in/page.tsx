import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LegalLinks } from "@/components/citizen/legal-links";
import { EmailForm } from "@/components/sign-in/email-form";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import { BackLink } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { findMember } from "@/lib/auth/guards";
import { openResume } from "@/lib/auth/resume";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listProviders } from "@/lib/providers/queries";
import { askCodeAction, askPasskeyAction, signInByPasskeyAction } from "./actions";
import { signInAtProviderAction } from "./provider/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

async function hasWaitingClaim(): Promise<boolean> {
  const browserHash = await findBrowserHash();
  const underWay = browserHash && (await findSignInUnderWay("member", browserHash, await cityNow()));
  return underWay?.hasClaim ?? false;
}

/** The providers that open a session, where there are any. */
async function OtherWays({ to }: { to: string | undefined }) {
  const t = await getTranslations("providers.signIn");
  const providers = (await listProviders()).filter(({ purpose }) => purpose === "sign_in");
  if (providers.length === 0) return null;
  const buttons = providers.map(({ key, name }) => ({ key, label: t("button", { provider: name }) }));
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <ProviderButtons action={signInAtProviderAction} providers={buttons} to={to} />
    </section>
  );
}

/** An address is torn only where a line has no room for it. */
const whole = (example: ReactNode) => <span className="inline-block">{example}</span>;

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to: asked } = await searchParams;
  const sealed = typeof asked === "string" ? asked : undefined;
  const goal = openResume(sealed);
  if (await findMember()) redirect((goal ?? "/") as Route);
  const to = goal && sealed;
  const t = await getTranslations("auth.signIn");
  const words = { label: t("email"), support: t.rich("emailSupport", { example: whole }), submit: t("submit") };
  return (
    <>
      <BackLink href="/" />
      <ClientMessages>
        <EmailForm action={askCodeAction} words={words} to={to}>
          <PageHeading text={t("title")}>
            {to && <p className="text-std-17B-170">{t("continue")}</p>}
            {(await hasWaitingClaim()) && <p className="text-std-17B-170">{t("claim")}</p>}
            <p>{t("lead")}</p>
            <p>{t("first")}</p>
          </PageHeading>
        </EmailForm>
        <OtherWays to={to} />
        <section className="flex flex-col gap-4 border-t border-line pt-6">
          <SectionHeading text={t("passkeyTitle")} />
          <PasskeyButton
            ask={askPasskeyAction}
            action={signInByPasskeyAction}
            words={await sayPasskey()}
            fields={to ? { to } : {}}
            look="outlined"
          >
            {t("passkey")}
          </PasskeyButton>
        </section>
      </ClientMessages>
      <LegalLinks />
    </>
  );
}
