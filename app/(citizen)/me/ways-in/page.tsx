import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPasskeyButton } from "@/components/sign-in/new-passkey-button";
import { ProviderButtons } from "@/components/sign-in/provider-buttons";
import { BackLink, LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { requireProvenMember } from "@/lib/auth/require-proven";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getWaysIn, type ShownWays } from "@/lib/members/ways-in";
import { listProviders } from "@/lib/providers/queries";
import { addPasskeyAction, askNewPasskeyAction } from "./actions";
import { linkProviderAction } from "./provider/actions";
import { WayList } from "./way-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.in");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ done?: string | string[] }> };
const acts = ["added", "named", "removed", "email"] as const;

/** How the member comes in: what there is, one more, one less. */
export default async function WaysInPage({ searchParams }: Props) {
  const { memberId } = await requireProvenMember("/me/ways-in");
  const [{ done }, ways] = [await searchParams, await getWaysIn(memberId)];
  const act = acts.find((known) => known === done);
  const t = await getTranslations("ways.in");
  return (
    <ClientMessages names={["ways"]}>
      {act && <Notification kind="success" title={t(`done.${act}`)} />}
      <BackLink href="/me" />
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <WayList {...ways} />
      <section className="flex flex-col gap-4">
        <SectionHeading text={t("add")} />
        <p>{t("passkeyText")}</p>
        <NewPasskeyButton
          ask={askNewPasskeyAction}
          action={addPasskeyAction}
          words={await sayPasskey()}
          look="outlined"
        >
          {t("addPasskey")}
        </NewPasskeyButton>
        <LinkButton href="/me/ways-in/email" look="outlined">
          {t(ways.email ? "changeEmail" : "addEmail")}
        </LinkButton>
        <MoreProviders {...ways} />
      </section>
    </ClientMessages>
  );
}

/** The providers that open a session and know this member by no account yet. */
async function MoreProviders({ identities }: ShownWays) {
  const linked = new Set(identities.map(({ issuer }) => issuer));
  const t = await getTranslations("ways.in");
  const providers = (await listProviders())
    .filter(({ purpose, issuer }) => purpose === "sign_in" && !linked.has(issuer))
    .map(({ key, name }) => ({ key, label: t("link", { provider: name }) }));
  return <ProviderButtons action={linkProviderAction} providers={providers} />;
}
