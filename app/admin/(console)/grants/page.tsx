import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requirePermission } from "@/lib/auth/guards";
import { type GrantFilter, listGrants } from "@/lib/grants/queries";
import { isCityDay } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { GrantTable } from "./grant-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("grants");
  return { title: t("title") };
}

/** Grants, narrowed to a programme, an activity or a day by the number that led here. */
export default async function GrantsPage({ searchParams }: Props) {
  const { scope } = await requirePermission("grant.read");
  const sent = await searchParams;
  const one = (name: string, check: (value: string) => boolean) =>
    [sent[name]].flat().find((value) => value && check(value));
  const filter = {
    programmeId: one("programme", isId),
    activityId: one("activity", isId),
    on: one("on", isCityDay),
  };
  const after = one("after", () => true);
  const { rows, next } = await listGrants({ ...filter, scope }, after);
  const t = await getTranslations("grants");
  const isNarrowed = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHeading text={t("title")} />
      {isNarrowed && (
        <div>
          <LinkButton href="/admin/grants" look="outlined" size="small">
            {t("widen")}
          </LinkButton>
        </div>
      )}
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <GrantTable rows={rows} />}
      <Pagination first={after ? address(filter) : undefined} next={next ? address(filter, next) : undefined} />
    </>
  );
}

function address({ programmeId, activityId, on }: Omit<GrantFilter, "scope">, after?: string): Route {
  const parts = Object.entries({ programme: programmeId, activity: activityId, on, after }).filter(
    ([, value]) => value,
  );
  return `/admin/grants?${new URLSearchParams(parts as [string, string][])}`;
}
