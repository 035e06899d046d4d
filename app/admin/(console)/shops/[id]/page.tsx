import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { CloseForm } from "@/components/admin/close-form";
import { DoneNotice } from "@/components/admin/done-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusBadge } from "@/components/ui/status-badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isId } from "@/lib/shared/page";
import { findShopRecord, type ShopRecord } from "@/lib/shops/queries";
import { Allowed } from "../../allowed";
import { TrailLink } from "../../audit/trail-link";
import { CodePanel } from "../../codes/code-panel";
import { closeShopAction, reopenShopAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shops-admin");
  return { title: t("one") };
}

export default async function ShopPage({ params, searchParams }: Props) {
  await requirePermission("shop.read");
  const { id } = await params;
  const shop = isId(id) ? await findShopRecord(id) : undefined;
  if (!shop) notFound();
  const { done } = await readSent(searchParams);
  const t = await getTranslations("shops-admin");
  return (
    <>
      <Breadcrumb above={[{ label: t("title"), href: "/admin/shops" }]} here={shop.name} />
      <DoneNotice done={done} />
      <PageHeading text={shop.name}>
        <StatusBadge tone={shop.closedAt ? "neutral" : "success"}>{t(shop.closedAt ? "closed" : "open")}</StatusBadge>
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        <Allowed to="shop.write">
          <LinkButton href={`/admin/shops/${id}/edit`} look="outlined" size="medium">
            {t("edit")}
          </LinkButton>
        </Allowed>
        <Allowed to="usage.read">
          <LinkButton href={`/admin/usage?view=payments&shop=${id}`} look="outlined" size="medium">
            {t("payments")}
          </LinkButton>
        </Allowed>
      </div>
      <Allowed to="code.read">
        <CodePanel target={{ shopId: id }} />
      </Allowed>
      <SummaryList rows={await describe(shop)} />
      <Allowed to="shop.write">{shop.closedAt ? <Reopen id={id} /> : <Close id={id} />}</Allowed>
      <TrailLink kind="shop" target={id} />
    </>
  );
}

async function describe(shop: ShopRecord) {
  const t = await getTranslations("shops-admin.field");
  return [
    { term: t("nameKana"), detail: shop.nameKana },
    { term: t("categoryId"), detail: shop.category },
    { term: t("address"), detail: shop.address },
    { term: t("openingHours"), detail: shop.openingHours },
    { term: t("phone"), detail: shop.phone },
    { term: t("summary"), detail: <span className="whitespace-pre-line">{shop.summary}</span> },
  ];
}

async function Close({ id }: { id: string }) {
  return (
    <ClientMessages names={["shops-admin"]}>
      <CloseForm send={closeShopAction} words="shops-admin" field="shopId" id={id} />
    </ClientMessages>
  );
}

async function Reopen({ id }: { id: string }) {
  const t = await getTranslations("shops-admin");
  return (
    <form action={reopenShopAction} className="flex flex-col gap-3">
      <input type="hidden" name="shopId" value={id} />
      <p>{t("reopenText")}</p>
      <div>
        <SubmitButton look="outlined" size="medium">
          {t("reopen")}
        </SubmitButton>
      </div>
    </form>
  );
}
