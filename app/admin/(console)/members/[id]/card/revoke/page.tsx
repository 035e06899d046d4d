import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "@/components/admin/reason-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { revokeCardAction } from "../actions";
import { CardMember, getLiveCard } from "../card-member";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.card.revokePage");
  return { title: t("title") };
}

/** Asks once more, and why. */
export default async function RevokeCardPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("card.issue");
  const known = await getLiveCard(params);
  const [t, tc] = await Promise.all([getTranslations("members.card.revokePage"), getTranslations("members.card")]);
  return (
    <>
      <div>
        <BackLink href={`/admin/members/${known.member.memberId}`} />
      </div>
      <ReasonForm
        send={revokeCardAction}
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
