import { getTranslations } from "next-intl/server";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { proxyScopes, relations } from "@/lib/members/decide-proxy";
import type { ProxyRow } from "@/lib/members/list-proxies";
import { formatCityDate } from "@/lib/shared/city-time";
import { EndProxyForm } from "./end-proxy-form";

export async function ProxyTable({ memberId, rows }: { memberId: string; rows: readonly ProxyRow[] }) {
  const t = await getTranslations("memberships.proxies");
  const scopesOf = (row: ProxyRow) => proxyScopes.filter((scope) => row.scopes.includes(scope));
  const relationOf = (row: ProxyRow) => relations.find((known) => known === row.relation) ?? "proxy";
  return (
    <Table caption={t("caption")}>
      <thead>
        <tr>
          <Th>{t("who")}</Th>
          <Th>{t("whom")}</Th>
          <Th>{t("relation")}</Th>
          <Th>{t("scopes")}</Th>
          <Th>{t("endsOn")}</Th>
          <Th>{t("end")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.proxyId}>
            <Th scope="row" unbroken>
              {formatMemberNumber(row.agent.number)}
            </Th>
            <Td unbroken>{formatMemberNumber(row.principal.number)}</Td>
            <Td>{t(`relations.${relationOf(row)}`)}</Td>
            <Td>
              {scopesOf(row)
                .map((scope) => t(`scopeNames.${scope}`))
                .join(t("between"))}
            </Td>
            <Td unbroken>{formatCityDate(row.endsOn)}</Td>
            <Td>
              <EndProxyForm memberId={memberId} proxyId={row.proxyId} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
