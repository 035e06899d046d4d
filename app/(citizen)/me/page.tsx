import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findOpenSuspension } from "@/lib/members/list-suspensions";
import { getProfile } from "@/lib/members/queries";
import { LeavingBanner } from "../leaving-banner";
import { StayQuestion } from "../stay-question";
import { SuspensionNotice } from "../suspension-notice";
import { signOutAction, signOutEverywhereAction } from "./actions";
import { Answer } from "./answer";
import { describeProfile } from "./describe-profile";
import { NicknameForm } from "./nickname-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("me");
  return { title: t("title") };
}

async function Devices({ count }: { count: number }) {
  const t = await getTranslations("me.devices");
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <p>{t("count", { count })}</p>
      <p>{t("kept")}</p>
      <LinkButton href="/me/devices" look="outlined">
        {t("list")}
      </LinkButton>
      <form action={signOutAction}>
        <SubmitButton look="outlined">{t("here")}</SubmitButton>
      </form>
      <details className="border-y border-line">
        <summary className="min-h-14 cursor-pointer py-4 text-std-17B-170">{t("everywhereAsk")}</summary>
        <div className="flex flex-col gap-4 pb-6">
          <p>{t("everywhereText")}</p>
          <form action={signOutEverywhereAction}>
            <SubmitButton look="outlined" tone="danger">
              {t("everywhere")}
            </SubmitButton>
          </form>
        </div>
      </details>
    </section>
  );
}

async function Links({ isLeaving }: { isLeaving: boolean }) {
  const t = await getTranslations("me.links");
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <LinkButton href="/history" look="outlined">
        {t("history")}
      </LinkButton>
      <LinkButton href="/me/proxies" look="outlined">
        {t("proxies")}
      </LinkButton>
      <LinkButton href="/me/card" look="outlined" prefetch={false}>
        {t("card")}
      </LinkButton>
      <LinkButton href="/me/ways-in" look="outlined" prefetch={false}>
        {t("waysIn")}
      </LinkButton>
      <LinkButton href="/me/data" look="outlined">
        {t("data")}
      </LinkButton>
      <LinkButton href="/help" look="outlined">
        {t("help")}
      </LinkButton>
      {!isLeaving && (
        <LinkButton href="/me/leave" look="text">
          {t("leave")}
        </LinkButton>
      )}
    </section>
  );
}

export default async function MePage({ searchParams }: PageProps<"/me">) {
  const { memberId, accountId, leavesAt } = await requireMember("/me");
  const profile = await getProfile(memberId, await cityNow());
  const t = await getTranslations("me");
  const rows = await describeProfile(profile);
  return (
    <ClientMessages names={["me"]}>
      {(await findOpenSuspension(memberId)) && <SuspensionNotice />}
      <Answer sent={await searchParams} />
      {leavesAt && <LeavingBanner accountId={accountId} leavesAt={leavesAt} />}
      <NicknameForm nickname={profile.nickname ?? ""}>
        <PageHeading text={t("title")} />
        <section className="flex flex-col gap-4">
          <SectionHeading text={t("profile")} />
          <SummaryList rows={rows} />
        </section>
      </NicknameForm>
      <StayQuestion memberId={memberId} from="/me" />
      <Links isLeaving={leavesAt !== undefined} />
      <Devices count={profile.deviceCount} />
    </ClientMessages>
  );
}
