import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { findLiveMerge } from "@/lib/members/list-merge-hints";
import { MembershipState } from "../../../membership-state";

/** What can be done to a membership besides its card, and how it is now. One that was merged can only be parted again. */
export async function MembershipActs({ memberId, isOwn }: { memberId: string; isOwn: boolean }) {
  const [t, residency] = await Promise.all([getTranslations("memberships"), getTranslations("members.residency")]);
  const merge = await findLiveMerge(memberId);
  const path = `/admin/members/${memberId}` as const;
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("acts.title")} />
      <MembershipState memberId={memberId} />
      {!isOwn && (
        <div className="flex flex-wrap gap-3">
          {!merge && (
            <>
              <LinkButton href={`${path}/residency`} look="outlined" size="medium">
                {residency("do")}
              </LinkButton>
              <LinkButton href={`${path}/proxies`} look="outlined" size="medium">
                {t("acts.proxies")}
              </LinkButton>
              <LinkButton href={`${path}/suspension`} look="outlined" size="medium">
                {t("acts.suspension")}
              </LinkButton>
            </>
          )}
          <LinkButton href={`${path}/merge`} look="outlined" size="medium">
            {t(merge ? "acts.merged" : "acts.merge")}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
