import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { proxyScopes, relations } from "@/lib/members/decide-proxy";
import type { ProxyRow } from "@/lib/members/list-proxies";
import { formatCityDate } from "@/lib/shared/city-time";
import { actForAction, endProxyAction } from "./actions";

type Props = { title: string; empty: string; rows: readonly ProxyRow[]; side: "agent" | "principal" };

/** Proxies of one side; `side` is who the other one is. Whom one may act for has the way to do it. */
export function ProxyList({ title, empty, rows, side }: Props) {
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={title} />
      {rows.length === 0 && <p>{empty}</p>}
      <ul className="flex flex-col gap-4">
        {rows.map((row) => (
          <ProxyItem key={row.proxyId} row={row} side={side} />
        ))}
      </ul>
    </section>
  );
}

async function ProxyItem({ row, side }: { row: ProxyRow; side: Props["side"] }) {
  const [t, tp] = await Promise.all([
    getTranslations("memberships.me.proxies"),
    getTranslations("memberships.proxies"),
  ]);
  const { nickname, number } = row[side];
  const name = nickname ?? formatMemberNumber(number);
  const relation = relations.find((known) => known === row.relation) ?? "proxy";
  const scopes = proxyScopes.filter((scope) => row.scopes.includes(scope)).map((scope) => tp(`scopeNames.${scope}`));
  const facts = {
    relation: tp(`relations.${relation}`),
    scopes: scopes.join(tp("between")),
    day: formatCityDate(row.endsOn),
  };
  return (
    <li className="flex flex-col gap-3 rounded-16 border border-line p-4">
      <p className="text-std-17B-170">{t("name", { name })}</p>
      <p>{t("facts", facts)}</p>
      {side === "principal" && (
        <form action={actForAction}>
          <input type="hidden" name="proxyId" value={row.proxyId} />
          <SubmitButton>{t("act", { name })}</SubmitButton>
        </form>
      )}
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{t("endAsk")}</summary>
        <form action={endProxyAction} className="flex flex-col gap-3 pt-2">
          <p>{t("endText")}</p>
          <input type="hidden" name="proxyId" value={row.proxyId} />
          <SubmitButton look="outlined" tone="danger">
            {t("end", { name })}
          </SubmitButton>
        </form>
      </details>
    </li>
  );
}
