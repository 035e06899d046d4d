import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { newId } from "@/lib/shared/ids";
import { listShopCategories } from "@/lib/shops/queries";
import { createShopAction } from "../actions";
import { ShopForm } from "../shop-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shops-admin");
  return { title: t("new") };
}

export default async function NewShopPage() {
  await requirePermission("shop.write");
  const t = await getTranslations("shops-admin");
  const categories = (await listShopCategories()).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/shops" }]} here={t("new")} />
      <ClientMessages names={["shops-admin"]}>
        <ShopForm send={createShopAction} values={{ id: newId() }} categories={categories} submit={t("create")}>
          <PageHeading text={t("new")} />
        </ShopForm>
      </ClientMessages>
    </>
  );
}
