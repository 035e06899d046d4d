import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { BackLink, FileLink, LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { isId } from "@/lib/shared/page";
import { findShop } from "@/lib/shops/queries";

type Props = { params: Promise<{ id: string }> };

const shopOf = cache(async (id: string) => (isId(id) ? findShop(id) : undefined));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shop = await shopOf((await params).id);
  const t = await getTranslations("shops");
  return { title: shop?.name ?? t("title") };
}

/** One shop: where, when, how to get there. */
export default async function ShopPage({ params }: Props) {
  const shop = await shopOf((await params).id);
  if (!shop) notFound();
  const t = await getTranslations("shops");
  const rows = [
    { term: t("kana"), detail: shop.nameKana },
    { term: t("category"), detail: shop.category },
    { term: t("address"), detail: shop.address },
    { term: t("hours"), detail: shop.openingHours },
    { term: t("phone"), detail: <Phone number={shop.phone} /> },
  ];
  return (
    <>
      <BackLink href="/shops">{t("back")}</BackLink>
      {shop.closedAt && <Notification kind="warning" title={t("closed")} />}
      <PageHeading text={shop.name}>
        <p>{shop.summary}</p>
      </PageHeading>
      <SummaryList rows={rows} />
      <Maps place={`${shop.name} ${shop.address}`} />
      {!shop.closedAt && (
        <>
          <p>{t("useText")}</p>
          <LinkButton href="/scan">{t("use")}</LinkButton>
        </>
      )}
    </>
  );
}

/** Android hands `geo:` to its map; an iPhone does not know it, so there is a web address too. */
async function Maps({ place }: { place: string }) {
  const t = await getTranslations("shops");
  const query = encodeURIComponent(place);
  return (
    <div className="flex flex-wrap gap-3">
      <FileLink href={`geo:0,0?q=${query}`}>{t("map")}</FileLink>
      <FileLink href={`https://www.google.com/maps/search/?api=1&query=${query}`}>{t("mapSite")}</FileLink>
    </div>
  );
}

function Phone({ number }: { number: string }) {
  return (
    <a
      href={`tel:${number}`}
      className="inline-flex min-h-11 items-center text-link tabular-nums underline underline-offset-4"
    >
      {number}
    </a>
  );
}
