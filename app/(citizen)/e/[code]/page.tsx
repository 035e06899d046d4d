import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { drawnFor } from "@/lib/auth/drawn-for";
import { findMember } from "@/lib/auth/guards";
import { noteEntry } from "@/lib/auth/portal-visit";
import { decideClaim, type GrantTerms } from "@/lib/claims/decide-claim";
import { findOffer } from "@/lib/claims/queries";
import { cityNow } from "@/lib/clock/city-now";
import { isToken } from "@/lib/codes/decide-scanned-text";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { ClaimForm } from "./claim-form";
import { OfferDetails, OfferHead } from "./offer";
import { type Offer, type Received, receivedWords, refusalWords } from "./offer-words";

type Props = PageProps<"/e/[code]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("claims");
  return { title: t("title"), robots: { index: false } };
}

/** What an earn QR opens: the offer, for anybody. Opening it never receives anything. */
export default async function OfferPage({ params, searchParams }: Props) {
  const { code } = await params;
  await noteEntry(`/e/${code}`, await searchParams);
  const [member, at] = await Promise.all([findMember(), cityNow()]);
  const offer = isToken(code) ? await findOffer(code, member?.memberId, at) : undefined;
  if (!offer) notFound();
  if (offer.received) return <AlreadyReceived offer={offer} received={offer.received} at={at} />;
  const decided = decideClaim(offer, at);
  if (decided.ok) return <Open offer={offer} terms={decided.value} token={code} isMember={member !== undefined} />;
  const { title, text } = await refusalWords(decided.reason, offer);
  return (
    <>
      <Notification kind="warning" title={title}>
        <p>{text}</p>
      </Notification>
      <OfferHead offer={offer} />
      <OfferDetails offer={offer} expiresOn={undefined} />
      <Elsewhere />
    </>
  );
}

async function Open({
  offer,
  terms,
  token,
  isMember,
}: {
  offer: Offer;
  terms: GrantTerms;
  token: string;
  isMember: boolean;
}) {
  const t = await getTranslations("claims");
  return (
    <ClientMessages>
      <ClaimForm
        token={token}
        drawnFor={await drawnFor()}
        act={t("take", { points: terms.points })}
        note={isMember ? undefined : t("signIn")}
      >
        <OfferHead offer={offer} />
      </ClaimForm>
      <OfferDetails offer={offer} expiresOn={terms.expiresOn} />
    </ClientMessages>
  );
}

async function AlreadyReceived({ offer, received, at }: { offer: Offer; received: Received; at: Date }) {
  const t = await getTranslations("claims");
  const { title, text } = await receivedWords(offer, received, at);
  return (
    <>
      <Notification kind="info" title={title}>
        <p>{text}</p>
      </Notification>
      <LinkButton href={`/receipts/${received.transferId}`}>{t("received.receipt")}</LinkButton>
      <OfferHead offer={offer} />
      <OfferDetails offer={offer} expiresOn={undefined} />
      <Elsewhere />
    </>
  );
}

async function Elsewhere() {
  const t = await getTranslations("claims");
  return (
    <LinkButton href="/" look="outlined">
      {t("activities")}
    </LinkButton>
  );
}
