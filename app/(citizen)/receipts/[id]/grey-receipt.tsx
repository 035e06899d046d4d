import { useTranslations } from "next-intl";
import { LinkButton, TextLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { SummaryList } from "@/components/ui/summary-list";
import { cityDay, formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import type { Receipt } from "./receipt";
import { ReversalNotice } from "./reversal-notice";

/**
 * A payment or an exchange afterwards, what was given back, or points taken back: plainly a record, never to be taken for the live screen.
 * `isDone` where the way to pay led here again: the answer to the payment was lost, and nobody may pay a second time.
 */
export function GreyReceipt({ receipt, isDone = false }: { receipt: Receipt; isDone?: boolean }) {
  const t = useTranslations("receipts");
  return (
    <>
      <ReversalNotice receipt={receipt} />
      {isDone && !receipt.reversal && (
        <Notification kind="info" title={t("done.title")}>
          <p>{t("done.text")}</p>
        </Notification>
      )}
      <div className="flex flex-col gap-4 rounded-16 border border-line bg-ground p-4">
        <PageHeading text={t(`title.${receipt.kind}`)} />
        <p className="text-quiet">
          <Points value={receipt.change} size="large" sign />
        </p>
        {receipt.kind === "spend" && <p className="text-std-16N-170 text-quiet">{t("past")}</p>}
        <Facts receipt={receipt} />
      </div>
      <LinkButton href="/history" look="outlined">
        {t("history")}
      </LinkButton>
      <LinkButton href="/" look="outlined">
        {t("home")}
      </LinkButton>
    </>
  );
}

function Facts({ receipt }: { receipt: Receipt }) {
  const t = useTranslations("receipts");
  const { shop, shopAddress, reward, pieces, activity, programme, receiptNumber, reason, original } = receipt;
  const row = (term: string, detail: string | null) => (detail ? [{ term, detail }] : []);
  const number = receiptNumber === null ? t("numberPending") : t("numberText", { number: numberWords(receiptNumber) });
  const rows = [
    ...row(t("shop"), shop),
    ...row(t("address"), shopAddress),
    ...row(t("reward"), reward),
    ...row(t("pieces"), pieces === null ? null : t("piecesText", { pieces })),
    ...row(t("activity"), activity),
    ...row(t("programme"), programme),
    ...row(t("happened"), formatCityDateTime(receipt.happenedAt)),
    ...row(t("number"), shop && number),
    ...row(t("agent"), receipt.agent),
    ...row(t("reason"), reason),
    ...(original ? [{ term: t("original"), detail: <Original {...original} /> }] : []),
    { term: t("balance"), detail: <Points value={receipt.balanceAfter} /> },
    { term: t("id"), detail: receipt.transferId },
  ];
  return <SummaryList rows={rows} />;
}

function Original({ transferId, happenedAt }: NonNullable<Receipt["original"]>) {
  const t = useTranslations("receipts");
  const day = formatCityDate(cityDay(happenedAt));
  return <TextLink href={`/receipts/${transferId}`}>{t("seeOriginal", { day })}</TextLink>;
}

/** 017: what a clerk sees counting up. */
export const numberWords = (number: number): string => String(number).padStart(3, "0");
