import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withQuery } from "@/components/admin/address";
import { BudgetBar } from "@/components/admin/budget-bar";
import { Span } from "@/components/admin/span";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton, TextLink } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { Table, Td, Th } from "@/components/ui/table";
import { listActivities } from "@/lib/activities/queries";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { sumGrantsOn } from "@/lib/grants/queries";
import { listProgrammes } from "@/lib/programmes/queries";
import { type CityDay, cityDay, formatCityDate } from "@/lib/shared/city-time";
import type { Scope } from "@/lib/shared/scope";
import { sumUsage } from "@/lib/usage/queries";
import { Allowed } from "./allowed";
import { WaitingForMe } from "./approvals/waiting-for-me";
import { NothingToDo } from "./nothing-to-do";

/** How many rows of each list the first page shows. */
const SHOWN = 8;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("console.dashboard");
  return { title: t("title") };
}

/** What happened today, what runs, and what somebody has to see to. */
export default async function DashboardPage() {
  const person = await requirePermission("console.read");
  const { scopeOf } = person;
  const at = await cityNow();
  const today = cityDay(at);
  const t = await getTranslations("console.dashboard");
  return (
    <>
      <PageHeading text={t("title")} />
      <WaitingForMe person={person} at={at} />
      <NothingToDo person={person} at={at} />
      <Today today={today} grants={scopeOf("grant.read")} usage={scopeOf("usage.read")} />
      <Acts />
      <RunningProgrammes today={today} scope={scopeOf("programme.read")} />
      <WithoutCode at={at} scope={scopeOf("activity.read")} />
    </>
  );
}

type TodayProps = { today: CityDay; grants: Scope | undefined; usage: Scope | undefined };

/** What was given and spent today, as far as it is this person's to see. */
async function Today({ today, grants, usage }: TodayProps) {
  const t = await getTranslations("console");
  const [granted, used] = await Promise.all([
    grants && sumGrantsOn(today, grants),
    usage && sumUsage({ period: { from: today, to: today }, sections: usage }),
  ]);
  const payments = withQuery("/admin/usage", { view: "payments", from: today, to: today });
  const given = granted && {
    name: t("dashboard.granted"),
    ...granted,
    href: withQuery("/admin/grants", { on: today }),
  };
  const spent = used && [
    { name: t("dashboard.used"), count: used.payments, points: used.points, href: payments },
    { name: t("dashboard.refunded"), count: used.refunds, points: used.refunded, href: payments },
  ];
  const tiles = [given ?? [], spent ?? []].flat();
  if (tiles.length === 0) return null;
  return (
    <section aria-labelledby="today" className="flex flex-col gap-4">
      <SectionHeading id="today" text={t("dashboard.today", { day: formatCityDate(today) })} />
      <ul className="grid gap-4 sm:grid-cols-3">
        {tiles.map(({ name, count, points, href }) => (
          <Card as="li" key={name}>
            <span>{name}</span>
            <span className="text-std-22B-150 tabular-nums">
              <TextLink href={href}>{t("figure", { count, points })}</TextLink>
            </span>
          </Card>
        ))}
      </ul>
    </section>
  );
}

async function Acts() {
  const t = await getTranslations("console.dashboard");
  return (
    <nav aria-label={t("acts")} className="flex flex-wrap gap-3">
      <Allowed to="activity.write">
        <LinkButton href="/admin/activities/new" size="medium">
          {t("newActivity")}
        </LinkButton>
      </Allowed>
      <Allowed to="programme.write">
        <LinkButton href="/admin/programmes/new" look="outlined" size="medium">
          {t("newProgramme")}
        </LinkButton>
      </Allowed>
      <Allowed to="shop.write">
        <LinkButton href="/admin/shops/new" look="outlined" size="medium">
          {t("newShop")}
        </LinkButton>
      </Allowed>
      <Allowed to="usage.read">
        <LinkButton href="/admin/usage" look="outlined" size="medium">
          {t("seeUsage")}
        </LinkButton>
      </Allowed>
    </nav>
  );
}

async function RunningProgrammes({ today, scope }: { today: CityDay; scope: Scope | undefined }) {
  if (!scope) return null;
  const [t, tp] = await Promise.all([getTranslations("console.dashboard"), getTranslations("programmes.column")]);
  const { rows } = await listProgrammes({ state: "running", today, scope });
  return (
    <section aria-labelledby="running" className="flex flex-col gap-4">
      <SectionHeading id="running" text={t("programmes")} />
      {rows.length === 0 && <EmptyState>{t("programmesEmpty")}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t("programmes")} captionHidden>
          <thead>
            <tr>
              <Th>{tp("name")}</Th>
              <Th>{tp("section")}</Th>
              <Th>{tp("budget")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <tr key={row.id}>
                <Th scope="row">
                  <TextLink href={`/admin/programmes/${row.id}`}>{row.name}</TextLink>
                </Th>
                <Td>{row.section}</Td>
                <Td>
                  <div className="min-w-60">
                    <BudgetBar budget={row.budget} used={row.used} />
                  </div>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p>
        <TextLink href={withQuery("/admin/programmes", { state: "running" })}>{t("programmesAll")}</TextLink>
      </p>
    </section>
  );
}

async function WithoutCode({ at, scope }: { at: Date; scope: Scope | undefined }) {
  if (!scope) return null;
  const t = await getTranslations("console.dashboard");
  const { rows } = await listActivities({ state: "without_code", at, scope });
  return (
    <section aria-labelledby="without-code" className="flex flex-col gap-4">
      <SectionHeading id="without-code" text={t("withoutCode")} />
      {rows.length === 0 && <EmptyState>{t("withoutCodeEmpty")}</EmptyState>}
      <ul className="flex flex-col">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id} className="flex min-h-14 flex-wrap items-center gap-x-4">
            <TextLink href={`/admin/activities/${row.id}`}>{row.title}</TextLink>
            <Span start={row.startsAt} end={row.endsAt} />
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <p>
          <TextLink href={withQuery("/admin/activities", { state: "without_code" })}>{t("withoutCodeAll")}</TextLink>
        </p>
      )}
    </section>
  );
}
