import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink, LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireProvenSelf } from "@/lib/auth/require-proven";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getSettings } from "@/lib/settings/queries";
import { addDays, cityDay, formatCityDate } from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";
import { askToLeaveAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("leaving.sure");
  return { title: t("title") };
}

/** Asks once more. */
export default async function SurePage() {
  const { accountId, leavesAt } = await requireProvenSelf("/me/leave/sure");
  if (leavesAt) redirect("/me/leave");
  const at = await cityNow();
  const [t, { balance }, { withdrawal_days }] = await Promise.all([
    getTranslations("leaving.sure"),
    getWallet(accountId, at),
    getSettings(),
  ]);
  const day = formatCityDate(addDays(cityDay(at), withdrawal_days));
  return (
    <>
      <BackLink href="/me/leave" />
      <PageHeading text={t("title")}>
        <p>{t("text", { day, points: balance })}</p>
      </PageHeading>
      <ClientMessages>
        <form action={askToLeaveAction}>
          <SubmitButton tone="danger">{t("submit")}</SubmitButton>
        </form>
      </ClientMessages>
      <LinkButton href="/me" look="outlined">
        {t("back")}
      </LinkButton>
    </>
  );
}
