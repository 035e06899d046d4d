import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink, LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { requireSignedIn } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listAgency } from "@/lib/members/list-agency";
import { listProxies } from "@/lib/members/list-proxies";
import { AgencyLog } from "./agency-log";
import { ProxyList } from "./proxy-list";
import { type Sent, Told } from "./told";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("memberships.me.proxies");
  return { title: t("title") };
}

/**
 * 代理: who may act for me, for whom I may act, and what was done so; my own page even while I act for another. Open to those, too, who do not agree to
 * new terms: it is where they end the acting, before they leave.
 */
export default async function ProxiesPage({ searchParams }: { searchParams: Promise<Sent> }) {
  const { memberId, acting } = await requireSignedIn("/me/proxies");
  const sent = await searchParams;
  const one = (name: string) => (typeof sent[name] === "string" ? sent[name] : undefined);
  const [{ rows, next }, log] = await Promise.all([
    listProxies(memberId, await cityNow(), one("after")),
    listAgency(memberId, one("log")),
  ]);
  const t = await getTranslations("memberships.me.proxies");
  return (
    <ClientMessages>
      <Told sent={sent} reader={{ memberId, actsFor: acting?.name ?? "" }} />
      <div>
        <BackLink href={acting ? "/" : "/me"} />
      </div>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <ProxyList
        title={t("forOthers")}
        empty={t("noneFor")}
        rows={rows.filter(({ agentId }) => agentId === memberId)}
        side="principal"
      />
      <ProxyList
        title={t("byOthers")}
        empty={t("noOthers")}
        rows={rows.filter(({ principalId }) => principalId === memberId)}
        side="agent"
      />
      <Pagination next={next ? (`/me/proxies?after=${next}` as Route) : undefined} />
      <AgencyLog rows={log.rows} />
      {log.next && (
        <LinkButton href={`/me/proxies?log=${log.next}`} look="outlined" prefetch={false}>
          {t("more")}
        </LinkButton>
      )}
    </ClientMessages>
  );
}
