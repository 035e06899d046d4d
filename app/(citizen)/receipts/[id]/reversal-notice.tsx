import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { cityDay, formatCityDate } from "@/lib/shared/city-time";
import type { Receipt } from "./receipt";

/** Says of a grant, a payment or an exchange that it was corrected, by how much and why. */
export function ReversalNotice({ receipt }: { receipt: Receipt }) {
  const t = useTranslations("receipts.reversal");
  const { reversal, kind } = receipt;
  if (!reversal) return null;
  const day = formatCityDate(cityDay(reversal.happenedAt));
  return (
    <Notification kind="info" title={t(kind === "grant" || kind === "exchange" ? kind : "spend")}>
      <p>{t("text", { day, points: reversal.points, reason: reversal.reason ?? "" })}</p>
      <p>
        <TextLink href={`/receipts/${reversal.transferId}`}>{t("see")}</TextLink>
      </p>
    </Notification>
  );
}
