import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { WayIn } from "@/lib/members/decide-way-in";
import type { ShownWays } from "@/lib/members/ways-in";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { NamePasskeyForm } from "./name-passkey-form";
import { RemoveWayForm } from "./remove-way-form";

type Row = { way: WayIn; name: string; used: Date | null; more?: ReactNode };

/** Every way in of the member, each with what can be done to it; the last one says that it stays. */
export async function WayList({ email, passkeys, identities, hasCard, isOfCounter }: ShownWays) {
  const t = await getTranslations("ways.in");
  const rows: Row[] = [
    ...(email ? [{ way: { kind: "email", id: "email" } as const, name: t("email", { email }), used: null }] : []),
    ...passkeys.map(({ id, label, lastUsedAt }) => ({
      way: { kind: "passkey", id } as const,
      name: t("passkey", { label: label || t("unknown") }),
      used: lastUsedAt,
      more: <NamePasskeyForm passkeyId={id} label={label} />,
    })),
    ...identities.map(({ id, name, issuer, lastUsedAt }) => ({
      way: { kind: "identity", id } as const,
      name: name ?? issuer,
      used: lastUsedAt,
    })),
  ];
  const isLast = rows.length === 1 && !hasCard && !isOfCounter;
  return (
    <ul className="border-t border-line">
      {rows.map(({ way, name, used, more }) => (
        <li key={way.id} className="flex flex-col gap-1 border-b border-line py-4">
          <span className="wrap-anywhere text-std-17B-170">{name}</span>
          {used && <span className="text-quiet">{t("used", { at: formatCityDateTime(used) })}</span>}
          {more}
          {isLast ? <span>{t("last")}</span> : <RemoveWayForm way={way} name={name} />}
        </li>
      ))}
      {hasCard && (
        <li className="flex flex-col gap-1 border-b border-line py-4">
          <span className="text-std-17B-170">{t("card")}</span>
          <span>{t("cardText")}</span>
        </li>
      )}
    </ul>
  );
}
