import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireSignedIn } from "@/lib/auth/guards";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { decideMaskedEmail } from "@/lib/members/decide-masked-email";
import { findOwnEmail, getWaysIn } from "@/lib/members/ways-in";
import { listProviders } from "@/lib/providers/queries";
import { askProvePasskeyAction, proveByPasskeyAction } from "./actions";
import { AskCodeForm } from "./ask-code-form";
import { proveAtProviderAction } from "./provider/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.prove");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ to?: string | string[] }> };

/**
 * Asks whoever is signed in to show one of their ways in again, before these are changed, their data taken along or they leave: somebody else may
 * hold the phone. The last two are open to those, too, who do not agree to new terms.
 */
export default async function ProvePage({ searchParams }: Props) {
  const { memberId } = await requireSignedIn("/me/ways-in");
  const { to: asked } = await searchParams;
  const fields: Record<string, string> = typeof asked === "string" ? { to: asked } : {};
  const [email, { passkeys, identities }] = await Promise.all([findOwnEmail(memberId), getWaysIn(memberId)]);
  const providers = await listOwnProviders(identities.map(({ issuer }) => issuer));
  const t = await getTranslations("ways.prove");
  return (
    <ClientMessages>
      <BackLink href="/me" />
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      {passkeys.length > 0 && (
        <PasskeyButton
          ask={askProvePasskeyAction}
          action={proveByPasskeyAction}
          words={await sayPasskey()}
          fields={fields}
        >
          {t("passkey")}
        </PasskeyButton>
      )}
      {email && (
        <AskCodeForm fields={fields} isOnly={passkeys.length === 0} submit={t("code")}>
          <p className="wrap-anywhere">{t("codeText", { email: decideMaskedEmail(email) })}</p>
        </AskCodeForm>
      )}
      <ProviderButtons action={proveAtProviderAction} providers={providers} to={fields.to} />
      {passkeys.length === 0 && !email && providers.length === 0 && <p>{t("none")}</p>}
    </ClientMessages>
  );
}

/** The providers at which the member has an account that opens this one. */
async function listOwnProviders(issuers: readonly string[]) {
  const t = await getTranslations("ways.prove");
  return (await listProviders())
    .filter(({ issuer }) => issuers.includes(issuer))
    .map(({ key, name }) => ({ key, label: t("provider", { provider: name }) }));
}
