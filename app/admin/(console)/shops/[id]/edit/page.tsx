import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isId } from "@/lib/shared/page";
import { findShopRecord, listShopCategories } from "@/lib/shops/queries";
import { updateShopAction } from "../../actions";
import { ShopForm } from "../../shop-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shops-admin");
  return { title: t("edit") };
}

export default async function EditShopPage({ params }: Props) {
  await requirePermission("shop.write");
  const { id } = await params;
  const shop = isId(id) ? await findShopRecord(id) : undefined;
  if (!shop) notFound();
  const t = await getTranslations("shops-admin");
  const categories = (await listShopCategories()).map((category) => ({ value: category.id, label: category.name }));
  const { categoryId, name, nameKana, address, openingHours, phone, summary } = shop;
  const values = { id, categoryId, name, nameKana, address, openingHours, phone, summary };
  const above: { label: string; href: Route }[] = [
    { label: t("title"), href: "/admin/shops" },
    { label: name, href: `/admin/shops/${id}` as Route },
  ];
  return (
    <>
      <Breadcrumb above={above} here={t("edit")} />
      <ClientMessages names={["shops-admin"]}>
        <ShopForm send={updateShopAction} values={values} categories={categories} submit={t("save")}>
          <PageHeading text={t("edit")} />
        </ShopForm>
      </ClientMessages>
    </>
  );
}
