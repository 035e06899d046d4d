import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listRewardSections } from "@/lib/rewards/queries";
import { newId } from "@/lib/shared/ids";
import { createRewardAction } from "../actions";
import { RewardForm } from "../reward-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rewards");
  return { title: t("new") };
}

export default async function NewRewardPage() {
  const { scope, sectionId } = await requirePermission("reward.write");
  const t = await getTranslations("rewards");
  const sections = (await listRewardSections(scope)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/rewards" }]} here={t("new")} />
      <ClientMessages names={["rewards"]}>
        <RewardForm
          send={createRewardAction}
          values={{ id: newId(), sectionId }}
          sections={sections}
          submit={t("create")}
        >
          <PageHeading text={t("new")} />
        </RewardForm>
      </ClientMessages>
    </>
  );
}
