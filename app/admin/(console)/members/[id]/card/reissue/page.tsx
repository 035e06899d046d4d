import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { reissueCardAction } from "../actions";
import { CardMember, getLiveCard } from "../card-member";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.card.reissuePage");
  return { title: t("title") };
}

/** Asks once more, and why. */
export default async function ReissueCardPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("card.issue");
  const known = await getLiveCard(params);
  const [t, tc] = await Promise.all([getTranslations("members.card.reissuePage"), getTranslations("members.card")]);
  return (
    <>
      <div>
        <BackLink href={`/admin/members/${known.member.memberId}`} />
      </div>
      <ReasonForm
        send={reissueCardAction}
        hidden={{ cardId: known.live.cardId }}
        label={tc("reason")}
        support={tc("reasonSupport")}
        submit={t("confirm")}
      >
        <PageHeading text={t("title")}>
          <CardMember {...known} />
          <p>{t("text")}</p>
        </PageHeading>
      </ReasonForm>
    </>
  );
}
