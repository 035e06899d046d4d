import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getSettings } from "@/lib/settings/queries";
import { CardMember, getCardMember } from "../card/card-member";
import { ResidencyForm } from "./residency-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.residency");
  return { title: t("title") };
}

/** Asks once more whose home was shown by a paper. */
export default async function ResidencyPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("counter.act");
  const { member } = await getCardMember(params);
  const [t, { residency_valid_days: days }] = await Promise.all([getTranslations("members.residency"), getSettings()]);
  return (
    <>
      <div>
        <BackLink href={`/admin/members/${member.memberId}`} />
      </div>
      <ClientMessages>
        <ResidencyForm memberId={member.memberId} submit={t("confirm")}>
          <PageHeading text={t("title")}>
            <CardMember member={member} live={undefined} />
            <p>{t("text", { days })}</p>
          </PageHeading>
        </ResidencyForm>
      </ClientMessages>
    </>
  );
}
