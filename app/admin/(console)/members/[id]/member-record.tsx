import { getTranslations } from "next-intl/server";
import { Notification } from "@/components/ui/notification";
import { SummaryList } from "@/components/ui/summary-list";
import { ageOn } from "@/lib/members/decide-birth-date";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { decideResidency } from "@/lib/members/decide-residency";
import { purposes, ties } from "@/lib/members/input";
import { findLiveMerge } from "@/lib/members/list-merge-hints";
import type { DisclosedMember } from "@/lib/members/queries";
import {
  type CityDay,
  cityDay,
  formatCityDate,
  formatCityDateTime,
  formatCityTime,
  formatEraDate,
} from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";
import type { Holding } from "@/lib/staff/decide-permission";
import { CardPanel } from "./card-panel";
import { LatestEntries } from "./latest-entries";
import { MembershipActs } from "./membership-acts";
import { OpenUntil } from "./open-until";

type Props = { member: DisclosedMember; isOwn: boolean; holdings: readonly Holding[]; at: Date };

/** Everything that staff may see of a member, while it is open to them. */
export async function MemberRecord({ member, isOwn, holdings, at }: Props) {
  const t = await getTranslations("members");
  const purpose = purposes.find((known) => known === member.purpose) ?? "incident";
  const isMerged = (await findLiveMerge(member.memberId)) !== undefined;
  const left = member.expiresAt.getTime() - at.getTime();
  return (
    <>
      <Notification kind="info" title={t("open.title", { purpose: t(`purpose.${purpose}`) })}>
        <p>{t("open.until", { at: formatCityTime(member.expiresAt) })}</p>
      </Notification>
      <OpenUntil key={member.expiresAt.getTime()} left={left} endsAt={Date.now() + left} />
      <SummaryList rows={[...(await describePerson(member, at)), ...(await describeMembership(member, at))]} />
      <MembershipActs memberId={member.memberId} isOwn={isOwn} />
      <CardPanel memberId={member.memberId} isFixed={isOwn || isMerged} />
      <LatestEntries accountId={member.accountId} holdings={holdings} />
    </>
  );
}

async function describePerson(member: DisclosedMember, at: Date) {
  const t = await getTranslations("members");
  const { familyName, givenName, familyKana, givenKana, bornOn, phone, maskedEmail } = member;
  const tie = ties.find((known) => known === member.tie);
  return [
    { term: t("field.name"), detail: familyName ? `${familyName} ${givenName}` : t("none") },
    { term: t("field.kana"), detail: familyKana ? `${familyKana} ${givenKana}` : t("none") },
    { term: t("field.bornOn"), detail: bornOn ? await birthWords(bornOn, at) : t("none") },
    { term: t("field.tie"), detail: tie ? t(`tie.${tie}`) : t("none") },
    { term: t("field.residency"), detail: await residencyWords(member, at) },
    { term: t("field.phone"), detail: phone ?? t("none") },
    { term: t("field.email"), detail: maskedEmail ?? t("none") },
  ];
}

async function residencyWords({ tie, checkedBy, validUntil }: DisclosedMember, at: Date): Promise<string> {
  const t = await getTranslations("members.residency");
  const day = validUntil ? formatCityDate(validUntil) : "";
  return t(decideResidency({ tie, checkedBy, validUntil }, cityDay(at)), { day });
}

async function birthWords(bornOn: CityDay, at: Date): Promise<string> {
  const t = await getTranslations("members");
  return t("birth", { day: formatCityDate(bornOn), era: formatEraDate(bornOn), age: ageOn(bornOn, cityDay(at)) });
}

async function describeMembership(member: DisclosedMember, at: Date) {
  const { number, accountId, admittedBy, joinedAt, leavesAt } = member;
  const t = await getTranslations("members");
  const { balance, ending } = await getWallet(accountId, at);
  const tc = await getTranslations("console");
  const day = formatCityDate(cityDay(joinedAt));
  return [
    { term: t("field.number"), detail: formatMemberNumber(number) },
    { term: t("field.balance"), detail: tc("points", { points: balance }) },
    {
      term: t("field.ending"),
      detail: ending ? t("ending", { day: formatCityDate(ending.on), points: ending.points }) : t("nothingEnding"),
    },
    {
      term: t("field.joined"),
      detail: admittedBy ? t("joinedBy", { day, name: admittedBy }) : t("joinedSelf", { day }),
    },
    ...(leavesAt ? [{ term: t("field.state"), detail: t("leaving", { at: formatCityDateTime(leavesAt) }) }] : []),
  ];
}
