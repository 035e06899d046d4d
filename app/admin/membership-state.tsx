import { getTranslations } from "next-intl/server";
import { Notification } from "@/components/ui/notification";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { findLiveMerge } from "@/lib/members/list-merge-hints";
import { findOpenSuspension } from "@/lib/members/list-suspensions";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";

/** Says of a membership that it was merged into another, or is suspended, where it is. */
export async function MembershipState({ memberId }: { memberId: string }) {
  const t = await getTranslations("memberships.state");
  const [merge, suspension] = await Promise.all([findLiveMerge(memberId), findOpenSuspension(memberId)]);
  return (
    <>
      {merge && <Notification kind="warning" title={t("merged", { number: formatMemberNumber(merge.number) })} />}
      {suspension && (
        <Notification kind="warning" title={t("suspended")}>
          <p>{t("suspendedText", { day: formatCityDate(cityDay(suspension.startedAt)) })}</p>
        </Notification>
      )}
    </>
  );
}
