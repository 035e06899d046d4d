import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findReward } from "@/lib/rewards/queries";
import { isId } from "@/lib/shared/page";
import { updateRewardAction } from "../../actions";
import { RewardForm } from "../../reward-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rewards");
  return { title: t("edit") };
}

export default async function EditRewardPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requirePermission("reward.write");
  const { id } = await params;
  const reward = isId(id) ? await findReward(id, scope) : undefined;
  if (!reward) notFound();
  const t = await getTranslations("rewards");
  const { name, summary } = reward;
  const stock = String(reward.stock);
  const values = { id, name, summary, points: String(reward.points), stock, seenStock: stock };
  const above: { label: string; href: Route }[] = [
    { label: t("title"), href: "/admin/rewards" },
    { label: name, href: `/admin/rewards/${id}` as Route },
  ];
  return (
    <>
      <Breadcrumb above={above} here={t("edit")} />
      <ClientMessages names={["rewards"]}>
        <RewardForm send={updateRewardAction} values={values} submit={t("save")}>
          <PageHeading text={t("edit")} />
        </RewardForm>
      </ClientMessages>
    </>
  );
}
