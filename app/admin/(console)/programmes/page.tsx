import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { FilterTabs } from "@/components/admin/filter-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { listProgrammes, type ProgrammeState, programmeStates } from "@/lib/programmes/queries";
import { cityDay } from "@/lib/shared/city-time";
import { Allowed } from "../allowed";
import { ProgrammeList } from "./programme-list";

const path = "/admin/programmes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("title") };
}

export default async function ProgrammesPage({ searchParams }: { searchParams: Sent }) {
  const { scope } = await requirePermission("programme.read");
  const { state: asked, after } = await readSent(searchParams);
  const state = programmeStates.find((known) => known === asked);
  const { rows, next } = await listProgrammes({ state, today: cityDay(await cityNow()), scope }, after);
  const t = await getTranslations("programmes");
  const newProgramme = (
    <LinkButton href="/admin/programmes/new" size="medium">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <Allowed to="programme.write">
        <div>{newProgramme}</div>
      </Allowed>
      <StateTabs current={state} />
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <ProgrammeList rows={rows} />}
      <Pagination
        first={after ? withQuery(path, { state }) : undefined}
        next={next ? withQuery(path, { state, after: next }) : undefined}
      />
    </>
  );
}

async function StateTabs({ current }: { current: ProgrammeState | undefined }) {
  const t = await getTranslations("console");
  const states = programmeStates.map((state) => ({
    href: withQuery(path, { state }),
    label: t(`state.${state}`),
    isCurrent: state === current,
  }));
  const all = { href: withQuery(path, {}), label: t("all"), isCurrent: current === undefined };
  return <FilterTabs label={t("filter")} tabs={[all, ...states]} />;
}
