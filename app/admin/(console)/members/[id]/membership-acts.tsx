import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { SectionHeading } from "@/components/ui/page-heading";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { findLiveMerge } from "@/lib/members/list-merge-hints";
import { findOpenSuspension } from "@/lib/members/list-suspensions";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";

/** What can be done to a membership besides its card, and how it is now. */
export async function MembershipActs({ memberId, isOwn }: { memberId: string; isOwn: boolean }) {
  const t = await getTranslations("memberships");
  const [merge, suspension] = await Promise.all([findLiveMerge(memberId), findOpenSuspension(memberId)]);
  const path = `/admin/members/${memberId}` as const;
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("acts.title")} />
      {merge && <Notification kind="warning" title={t("state.merged", { number: formatMemberNumber(merge.number) })} />}
      {suspension && (
        <Notification kind="warning" title={t("state.suspended")}>
          <p>{t("state.suspendedText", { day: formatCityDate(cityDay(suspension.startedAt)) })}</p>
        </Notification>
      )}
      {!isOwn && (
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`${path}/proxies`} look="outlined" size="medium">
            {t("acts.proxies")}
          </LinkButton>
          <LinkButton href={`${path}/suspension`} look="outlined" size="medium">
            {t("acts.suspension")}
          </LinkButton>
          <LinkButton href={`${path}/merge`} look="outlined" size="medium">
            {t(merge ? "acts.merged" : "acts.merge")}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
