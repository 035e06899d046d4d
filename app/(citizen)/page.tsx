import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Phrases } from "@/components/ui/phrases";
import { findMember, findOwedPath } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { getTownTotal } from "@/lib/programmes/queries";
import { Balance } from "./balance";
import { LeavingBanner } from "./leaving-banner";
import { PasskeyOffer } from "./passkey-offer";
import { SignedOut } from "./signed-out";
import { StayQuestion } from "./stay-question";
import { ThisWeek } from "./this-week";
import { Unfinished } from "./unfinished";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: { absolute: t("service") } };
}

/** ホーム: the balance and the two verbs for a member, what this is for everybody else. */
export default async function HomePage({ searchParams }: { searchParams: Promise<{ left?: string | string[] }> }) {
  const [{ left }, member, owed, at] = await Promise.all([searchParams, findMember(), findOwedPath(), cityNow()]);
  return (
    <>
      {!member && left !== undefined && <SignedOut opener={String(left)} />}
      {owed && <Unfinished path={owed} />}
      {member?.leavesAt && !member.agentId && <LeavingBanner accountId={member.accountId} leavesAt={member.leavesAt} />}
      {member ? (
        <Balance accountId={member.accountId} at={at} isLeaving={!member.agentId && member.leavesAt !== undefined} />
      ) : (
        <Welcome />
      )}
      {member && !member.agentId && <StayQuestion memberId={member.memberId} from="/" />}
      <ThisWeek at={at} />
      <TownTotal />
      {member && !owed && !member.agentId && <PasskeyOffer memberId={member.memberId} />}
    </>
  );
}

async function Welcome() {
  const t = await getTranslations("home.welcome");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("text")}</p>
      </PageHeading>
      <div className="flex flex-col gap-3">
        <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
        <p className="text-std-16N-170 text-quiet">{t("free")}</p>
      </div>
    </>
  );
}

async function TownTotal() {
  const t = await getTranslations("home");
  const points = await getTownTotal();
  return (
    <p className="rounded-16 bg-ground px-4 py-3">
      <Phrases text={t("town", { points })} />
    </p>
  );
}
