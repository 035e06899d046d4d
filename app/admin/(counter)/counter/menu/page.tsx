import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FileLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { requireVisit } from "@/lib/auth/require-visit";
import { getVisitor, isNewcomer } from "@/lib/counter/queries";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { MembershipState } from "../../../membership-state";
import { VisitFrame } from "../visit-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.menu");
  return { title: t("title") };
}

const acts = ["grant", "exchange", "card", "balance"] as const;

/** What can be done for the one who stands here. Plain links: nothing is loaded ahead of a press, which would count as one. */
export default async function CounterMenuPage() {
  const { visit } = await requireVisit();
  const t = await getTranslations("counter.menu");
  return (
    <VisitFrame visit={visit} isMenu>
      {(await isNewcomer(visit.visitId)) && <SignedUp memberId={visit.memberId} />}
      <MembershipState memberId={visit.memberId} />
      <PageHeading text={t("title")} />
      <nav aria-label={t("title")} className="grid gap-4 sm:grid-cols-2">
        {acts.map((act) => (
          <FileLink key={act} href={`/admin/counter/${act}`} size="large">
            {t(act)}
          </FileLink>
        ))}
      </nav>
    </VisitFrame>
  );
}

async function SignedUp({ memberId }: { memberId: string }) {
  const [{ number }, t] = await Promise.all([getVisitor(memberId), getTranslations("counter.menu")]);
  return <Notification kind="success" title={t("signedUp", { number: formatMemberNumber(number) })} />;
}
