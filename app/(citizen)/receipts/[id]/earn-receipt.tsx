import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { SummaryList } from "@/components/ui/summary-list";
import { formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import type { Receipt } from "./receipt";
import { ReversalNotice } from "./reversal-notice";

/** Points received: how many, what the balance was then, until when they live, what can be done next. `isAgain` where they were asked for twice. */
export function EarnReceipt({ receipt, isAgain }: { receipt: Receipt; isAgain: boolean }) {
  const t = useTranslations("receipts");
  const rows = [
    { term: t("balance"), detail: <Points value={receipt.balanceAfter} size="large" /> },
    ...(receipt.expiresOn ? [{ term: t("expiry"), detail: formatCityDate(receipt.expiresOn) }] : []),
    ...(receipt.activity ? [{ term: t("activity"), detail: receipt.activity }] : []),
    { term: t("programme"), detail: receipt.programme },
    ...(receipt.agent ? [{ term: t("agent"), detail: receipt.agent }] : []),
    { term: t("happened"), detail: formatCityDateTime(receipt.happenedAt) },
    { term: t("id"), detail: receipt.transferId },
  ];
  return (
    <>
      <ReversalNotice receipt={receipt} />
      {isAgain && !receipt.reversal && (
        <Notification kind="info" title={t("already.title", { moment: formatCityDateTime(receipt.recordedAt) })}>
          <p>{t("already.text")}</p>
        </Notification>
      )}
      <div className="flex flex-col items-center gap-2 text-center text-primary">
        <Icon name="success" className="size-16" />
        <Points value={receipt.points} size="hero" sign />
        <div className="text-ink">
          <PageHeading text={isAgain ? t("title.grant") : t("earned", { points: receipt.points })} />
        </div>
      </div>
      <SummaryList rows={rows} />
      <SectionHeading text={t("next")} />
      <div className="flex flex-col gap-3">
        <LinkButton href="/shops">{t("shops")}</LinkButton>
        <LinkButton href="/history" look="outlined">
          {t("history")}
        </LinkButton>
        <LinkButton href="/" look="outlined">
          {t("home")}
        </LinkButton>
      </div>
    </>
  );
}
