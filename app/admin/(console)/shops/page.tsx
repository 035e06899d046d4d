import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { requirePermission } from "@/lib/auth/guards";
import { listShops, shopStates } from "@/lib/shops/queries";
import { Allowed } from "../allowed";
import { ShopFilter } from "./shop-filter";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shops-admin");
  return { title: t("title") };
}

export default async function ShopsPage({ searchParams }: Props) {
  await requirePermission("shop.read");
  const sent = await searchParams;
  const one = (name: string) => [sent[name]].flat()[0] || undefined;
  const filter = { words: one("words"), state: shopStates.find((state) => state === one("state")) };
  const after = one("after");
  const { rows, next } = await listShops(filter, after);
  const t = await getTranslations("shops-admin");
  const address = (key?: string): Route => {
    const parts = Object.entries({ ...filter, after: key }).filter(([, value]) => value);
    return `/admin/shops?${new URLSearchParams(parts as [string, string][])}`;
  };
  return (
    <>
      <PageHeading text={t("title")} />
      <Allowed to="shop.write">
        <div>
          <LinkButton href="/admin/shops/new" size="medium">
            {t("new")}
          </LinkButton>
        </div>
      </Allowed>
      <ShopFilter {...filter} />
      <ShopTable rows={rows} />
      <Pagination first={after ? address() : undefined} next={next ? address(next) : undefined} />
    </>
  );
}

async function ShopTable({ rows }: { rows: Awaited<ReturnType<typeof listShops>>["rows"] }) {
  const t = await getTranslations("shops-admin");
  if (rows.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("field.name")}</Th>
          <Th>{t("field.nameKana")}</Th>
          <Th>{t("field.categoryId")}</Th>
          <Th>{t("field.address")}</Th>
          <Th>{t("field.phone")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, nameKana, category, address, phone, closedAt, hasCode }) => (
          <tr key={id}>
            <Th scope="row">
              <TextLink href={`/admin/shops/${id}`} prefetch={false}>
                {name}
              </TextLink>
            </Th>
            <Td>{nameKana}</Td>
            <Td>{category}</Td>
            <Td>{address}</Td>
            <Td unbroken>{phone}</Td>
            <Td unbroken>
              <StatusBadge tone={closedAt ? "neutral" : hasCode ? "success" : "warning"}>
                {t(closedAt ? "closed" : hasCode ? "open" : "withoutCode")}
              </StatusBadge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
