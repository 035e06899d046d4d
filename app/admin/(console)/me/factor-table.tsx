import { getTranslations } from "next-intl/server";
import { NewPasskeyButton } from "@/components/sign-in/new-passkey-button";
import { LinkButton } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { Table, Td, Th } from "@/components/ui/table";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { formatCityDateTime } from "@/lib/shared/city-time";
import type { Factors } from "@/lib/staff/list-factors";
import { addPasskeyAction, askOwnPasskeyAction } from "./actions";
import { RemoveFactorForm } from "./remove-factor-form";

/** The ways in which the person signs in; the last one cannot be taken away. */
export async function FactorTable({ passkeys, totp }: Factors) {
  const t = await getTranslations("account.factors");
  const rows = [
    ...passkeys.map(({ id, label, createdAt, lastUsedAt }) => {
      const name = t("passkey", { label: label || t("unknown") });
      return { id, name, at: createdAt, used: lastUsedAt };
    }),
    ...(totp?.confirmedAt ? [{ id: totp.id, name: t("totp"), at: totp.confirmedAt, used: totp.lastUsedAt }] : []),
  ];
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      <Table caption={t("title")} captionHidden>
        <thead>
          <tr>
            <Th>{t("name")}</Th>
            <Th>{t("since")}</Th>
            <Th>{t("used")}</Th>
            <Th>{t("act")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, at, used }) => (
            <tr key={id}>
              <Th scope="row">{name}</Th>
              <Td unbroken>{formatCityDateTime(at)}</Td>
              <Td unbroken>{used ? formatCityDateTime(used) : t("none")}</Td>
              <Td>{rows.length > 1 ? <RemoveFactorForm factorId={id} name={name} /> : t("last")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <More hasTotp={totp !== undefined} />
    </section>
  );
}

async function More({ hasTotp }: { hasTotp: boolean }) {
  const t = await getTranslations("account.factors");
  return (
    <div className="flex flex-wrap items-start gap-3">
      <NewPasskeyButton
        ask={askOwnPasskeyAction}
        action={addPasskeyAction}
        words={await sayPasskey()}
        look="outlined"
        size="medium"
      >
        {t("addPasskey")}
      </NewPasskeyButton>
      <LinkButton href="/admin/me/totp" look="outlined" size="medium">
        {t(hasTotp ? "replaceTotp" : "addTotp")}
      </LinkButton>
    </div>
  );
}
