import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { CardMember, getCardMember } from "../card-member";
import { IssueCardForm } from "../issue-card-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.card.issuePage");
  return { title: t("title") };
}

/** Asks once more whose card it will be. */
export default async function IssueCardPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("card.issue");
  const known = await getCardMember(params);
  const { memberId } = known.member;
  if (known.live) redirect(`/admin/members/${memberId}`);
  const t = await getTranslations("members.card.issuePage");
  return (
    <>
      <div>
        <BackLink href={`/admin/members/${memberId}`} />
      </div>
      <ClientMessages>
        <IssueCardForm memberId={memberId} submit={t("confirm")}>
          <PageHeading text={t("title")}>
            <CardMember {...known} />
            <p>{t("text")}</p>
          </PageHeading>
        </IssueCardForm>
      </ClientMessages>
    </>
  );
}
