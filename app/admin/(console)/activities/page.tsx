import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent, withQuery } from "@/components/admin/address";
import { FilterTabs } from "@/components/admin/filter-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { type ActivityState, activityStates, listActivities } from "@/lib/activities/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { findBudget } from "@/lib/programmes/queries";
import { isId } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import { Allowed } from "../allowed";
import { ActivityList } from "./activity-list";

const path = "/admin/activities";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activities");
  return { title: t("title") };
}

export default async function ActivitiesPage({ searchParams }: { searchParams: Sent }) {
  const { scope } = await requirePermission("activity.read");
  const sent = await readSent(searchParams);
  const state = activityStates.find((known) => known === sent.state);
  const programme = sent.programme && isId(sent.programme) ? sent.programme : undefined;
  const at = await cityNow();
  const { rows, next } = await listActivities({ programmeId: programme, state, at, scope }, sent.after);
  const t = await getTranslations("activities");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <Allowed to="activity.write">
        <div>
          <LinkButton href={withQuery("/admin/activities/new", { programme })} size="medium">
            {t("new")}
          </LinkButton>
        </div>
      </Allowed>
      {programme && <Narrowed programme={programme} scope={scope} />}
      <StateTabs current={state} programme={programme} />
      {rows.length === 0 ? <EmptyState>{t("empty")}</EmptyState> : <ActivityList rows={rows} at={at} />}
      <Pagination
        first={sent.after ? withQuery(path, { state, programme }) : undefined}
        next={next ? withQuery(path, { state, programme, after: next }) : undefined}
      />
    </>
  );
}

async function Narrowed({ programme, scope }: { programme: string; scope: Scope }) {
  const t = await getTranslations("activities");
  const name = (await findBudget(programme, scope))?.name;
  if (!name) return null;
  return (
    <p className="flex flex-wrap gap-x-4">
      <span>{t("narrowed", { name })}</span>
      <TextLink href={path}>{t("widen")}</TextLink>
    </p>
  );
}

type TabsProps = { current: ActivityState | undefined; programme: string | undefined };

async function StateTabs({ current, programme }: TabsProps) {
  const [t, tc] = await Promise.all([getTranslations("activities"), getTranslations("console")]);
  const states = activityStates.map((state) => ({
    href: withQuery(path, { state, programme }),
    label: t(`state.${state}`),
    isCurrent: state === current,
  }));
  const all = { href: withQuery(path, { programme }), label: tc("all"), isCurrent: current === undefined };
  return <FilterTabs label={t("states")} tabs={[all, ...states]} />;
}
