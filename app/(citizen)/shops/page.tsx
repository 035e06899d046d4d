import type { Metadata, Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Card, CardLink } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { NavPending } from "@/components/ui/nav-pending";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { listOpenShops, listShopCategories } from "@/lib/shops/queries";

type Props = { searchParams: Promise<{ category?: string | string[]; after?: string | string[] }> };
type Shop = Awaited<ReturnType<typeof listOpenShops>>["rows"][number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shops");
  return { title: t("title") };
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** つかう: where points are taken, in the order of the readings, by category when asked. */
export default async function ShopsPage({ searchParams }: Props) {
  const sent = await searchParams;
  const after = one(sent.after);
  const categories = await listShopCategories();
  const category = categories.find(({ id }) => id === one(sent.category))?.id;
  const page = await listOpenShops({ category }, after);
  const t = await getTranslations("shops");
  const address = (key?: string): Route => {
    const query = new URLSearchParams({ ...(category && { category }), ...(key && { after: key }) });
    return `/shops?${query}`;
  };
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <LinkButton href="/scan">{t("scan")}</LinkButton>
      <Categories categories={categories} chosen={category} />
      {page.rows.length === 0 && <Empty isFiltered={category !== undefined} />}
      <ShopList shops={page.rows} />
      <Pagination first={after ? address() : undefined} next={page.next ? address(page.next) : undefined} />
    </>
  );
}

async function Categories({
  categories,
  chosen,
}: {
  categories: { id: string; name: string }[];
  chosen: string | undefined;
}) {
  const t = await getTranslations("shops");
  const choices = [{ id: undefined, name: t("all") }, ...categories];
  return (
    <nav aria-label={t("filter")}>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ id, name }) => (
          <li key={id ?? ""}>
            <Link
              href={id ? `/shops?category=${encodeURIComponent(id)}` : "/shops"}
              aria-current={id === chosen ? "true" : undefined}
              prefetch={false}
              className="relative inline-flex min-h-11 min-w-11 overflow-hidden items-center justify-center rounded-full border border-edge px-4 py-1 text-std-16N-170 text-link underline underline-offset-4 aria-current:border-primary aria-current:bg-primary aria-current:text-on-primary aria-current:no-underline"
            >
              {name}
              <NavPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

async function ShopList({ shops }: { shops: readonly Shop[] }) {
  const t = await getTranslations("shops");
  return (
    <ul aria-label={t("list")} className="flex flex-col gap-3">
      {shops.map(({ id, name, category, address }) => (
        <Card key={id} as="li">
          <h2 className="text-std-18B-160">
            <CardLink href={`/shops/${id}`}>{name}</CardLink>
          </h2>
          <p className="text-std-16N-170">{category}</p>
          <p className="text-std-16N-170 text-quiet">{address}</p>
        </Card>
      ))}
    </ul>
  );
}

async function Empty({ isFiltered }: { isFiltered: boolean }) {
  const t = await getTranslations("shops");
  const all = isFiltered && (
    <LinkButton href="/shops" look="outlined" size="medium">
      {t("showAll")}
    </LinkButton>
  );
  return <EmptyState action={all}>{isFiltered ? t("empty") : t("none")}</EmptyState>;
}
