import { getTranslations } from "next-intl/server";
import { DayIcon } from "@/components/citizen/day-icon";
import { SubmitButton } from "@/components/ui/submit-button";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { cityDay, formatCityClock, formatCityDate } from "@/lib/shared/city-time";
import { LIVE_SCREEN_STAYS_MS } from "@/lib/spending/decide-live-screen";
import { getDayMark } from "@/lib/spending/queries";
import { closeAction } from "./actions";
import { numberWords } from "./grey-receipt";
import "./live-screen.css";
import { LiveClock } from "./live-clock";
import { LiveScreen } from "./live-screen";
import type { Receipt } from "./receipt";

const figures = new Intl.NumberFormat("ja-JP");

/** What the clerk sees: shop, amount, 支払い完了, a clock that ticks, the mark of the shop's day and the number that counts up. */
export async function LivePayment({ receipt, at }: { receipt: Receipt; at: Date }) {
  const t = await getTranslations("receipts.live");
  const { transferId, shop, points, recordedAt, receiptNumber } = receipt;
  const endsInMs = recordedAt.getTime() + LIVE_SCREEN_STAYS_MS - at.getTime();
  return (
    <ClientMessages names={["receipts"]}>
      <LiveScreen key={at.getTime()} transferId={transferId} servedAt={at.getTime()} endsInMs={endsInMs}>
        <h1 className="text-std-32B-150">{t("title")}</h1>
        <p className="text-std-28B-150">{shop}</p>
        <p className="live-amount tabular-nums">
          {figures.format(points)}
          <span className="text-std-28B-150">{t("unit")}</span>
        </p>
        <p className="text-std-20B-150">
          {formatCityDate(cityDay(recordedAt))}
          <br />
          {t("paidAt", { time: formatCityClock(recordedAt) })}
        </p>
        <LiveClock servedAt={at.getTime()} />
        <p className="text-std-28B-150 tabular-nums">
          {t("number")}{" "}
          {receiptNumber === null ? t("numberPending") : t("numberText", { number: numberWords(receiptNumber) })}
        </p>
        <DayMarkWords shopId={receipt.shopId ?? ""} at={recordedAt} />
        <form action={closeAction} className="w-full">
          <input type="hidden" name="id" value={transferId} />
          <SubmitButton look="outlined">{t("close")}</SubmitButton>
        </form>
      </LiveScreen>
    </ClientMessages>
  );
}

async function DayMarkWords({ shopId, at }: { shopId: string; at: Date }) {
  const t = await getTranslations("receipts");
  const mark = getDayMark(shopId, at);
  const word = (list: "icons" | "first" | "second", index: number) => t(`${list}.${index}` as "icons.0");
  return (
    <p className="flex flex-wrap items-center justify-center gap-3 text-std-22B-150">
      <span className="text-std-16N-170">{t("live.mark")}</span>
      <DayIcon icon={mark.icon} label={word("icons", mark.icon)} />
      <span>
        {word("first", mark.first)}
        {word("second", mark.second)}
      </span>
    </p>
  );
}
