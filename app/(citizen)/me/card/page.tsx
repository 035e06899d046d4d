import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink, FileLink, LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { requireMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { getProfile, listMemberCards } from "@/lib/members/queries";
import { describeCode } from "./describe-code";
import { LiveCode } from "./live-code";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.card");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ done?: string | string[] }> };

/** What staff read at the counter or a venue in the place of a printed card. */
export default async function CardPage({ searchParams }: Props) {
  const { memberId } = await requireMember("/me/card");
  const at = await cityNow();
  const [{ done }, { number }, cards] = [
    await searchParams,
    await getProfile(memberId, at),
    await listMemberCards(memberId),
  ];
  const hasCard = cards.some(({ revokedAt }) => revokedAt === null);
  const t = await getTranslations("ways.card");
  return (
    <>
      {done === "joined" && <Notification kind="success" title={t("joined")} />}
      <BackLink href="/me" />
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <LiveCode first={describeCode(memberId, at)} label={t("picture")}>
        <Notification kind="warning" title={t("over")}>
          <FileLink href="/me/card">{t("again")}</FileLink>
        </Notification>
      </LiveCode>
      <p className="flex flex-col items-center">
        <span className="text-quiet">{t("number")}</span>
        <span className="text-std-32B-150 tabular-nums">{formatMemberNumber(number)}</span>
      </p>
      <p>{t("changes")}</p>
      {!hasCard && (
        <section className="flex flex-col gap-4 border-t border-line pt-6">
          <SectionHeading text={t("joinTitle")} />
          <p>{t("joinText")}</p>
          <LinkButton href="/me/card/join" look="outlined">
            {t("join")}
          </LinkButton>
        </section>
      )}
    </>
  );
}
