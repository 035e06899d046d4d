import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { listWaitingAbout } from "@/lib/approvals/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { findRemaining } from "@/lib/members/find-remaining";
import { findLiveMerge } from "@/lib/members/list-merge-hints";
import type { MaskedMember } from "@/lib/members/mask-member";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import { findRedone } from "../../../approvals/find-redone";
import { WaitingNotice } from "../../../approvals/waiting-notice";
import { getMasked, MemberTitle } from "../member-title";
import { draftUndoMergeAction } from "./actions";
import { Hints } from "./hints";
import { MergeForm } from "./merge-form";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.merge");
  return { title: t("title") };
}

/** Asks for a merge of this membership into another; of one that was merged, for its undoing. */
export default async function MergePage({ params, searchParams }: Props) {
  const { staffId } = await requirePermission("member.merge");
  const member = await getMasked(params);
  const { memberId } = member;
  const { follows, drafted } = await readSent(searchParams);
  const target = { kind: "member", id: memberId };
  const [merge, redone, waiting] = await Promise.all([
    findLiveMerge(memberId),
    findRedone(follows, "merge_members", staffId),
    listWaitingAbout(target, await cityNow()),
  ]);
  const [t, ta] = await Promise.all([getTranslations("memberships.merge"), getTranslations("approvals")]);
  return (
    <ClientMessages names={["memberships", "approvals"]}>
      {drafted && (
        <Notification kind="success" title={ta("drafted", { number: drafted })}>
          <p>{ta("draftedNext")}</p>
        </Notification>
      )}
      <WaitingNotice target={target} />
      <div>
        <BackLink href={`/admin/members/${memberId}`} />
      </div>
      {waiting.length > 0 ? (
        <Waiting member={member} title={t(merge ? "undo" : "title")} />
      ) : merge ? (
        <Undo member={member} merge={merge} />
      ) : (
        <MergeForm memberId={memberId} values={redone?.values ?? {}}>
          <PageHeading text={t("title")}>
            <MemberTitle member={member} />
            <p>{t("lead")}</p>
            {redone && <p>{t("sentBack", { note: redone.note })}</p>}
          </PageHeading>
          <Hints memberId={memberId} />
        </MergeForm>
      )}
    </ClientMessages>
  );
}

/** While a draft waits there is no second one. */
const Waiting = ({ member, title }: { member: MaskedMember; title: string }) => (
  <PageHeading text={title}>
    <MemberTitle member={member} />
  </PageHeading>
);

type UndoProps = { member: MaskedMember; merge: NonNullable<Awaited<ReturnType<typeof findLiveMerge>>> };

async function Undo({ member, merge }: UndoProps) {
  const [t, left] = await Promise.all([getTranslations("memberships.merge"), findRemaining(merge.mergeId)]);
  const day = formatCityDate(cityDay(merge.mergedAt));
  return (
    <ReasonForm
      send={draftUndoMergeAction}
      hidden={{ mergeId: merge.mergeId, memberId: member.memberId }}
      label={t("undoReason")}
      support={t("undoSupport")}
      submit={t("undoSubmit")}
    >
      <PageHeading text={t("undo")}>
        <MemberTitle member={member} />
        <p>{t("done", { number: formatMemberNumber(merge.number) })}</p>
        <p>{t("doneText", { day, points: left.points })}</p>
        <p>{t("undoText", { points: left.remaining })}</p>
        <p>{t("undoEnded", { cards: left.voidCards, proxies: left.endedProxies })}</p>
      </PageHeading>
    </ReasonForm>
  );
}
