import { getTranslations } from "next-intl/server";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";
import { stayAction } from "./me/leave/actions";

/** Tells a member who is leaving when, and what they keep by one tap. */
export async function LeavingBanner({ accountId, leavesAt }: { accountId: number; leavesAt: Date }) {
  const [t, { balance }] = await Promise.all([getTranslations("leaving.asked"), getWallet(accountId, await cityNow())]);
  return (
    <Notification kind="warning" title={t("title")}>
      <p>{t("text", { at: formatCityDateTime(leavesAt) })}</p>
      {balance > 0 && <p>{t("points", { points: balance })}</p>}
      <ClientMessages>
        <form action={stayAction}>
          <SubmitButton size="medium">{t("stay")}</SubmitButton>
        </form>
      </ClientMessages>
    </Notification>
  );
}
