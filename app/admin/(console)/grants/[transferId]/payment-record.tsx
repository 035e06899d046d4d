import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { Points } from "@/components/ui/points";
import { SummaryList } from "@/components/ui/summary-list";
import type { Payment } from "@/lib/grants/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";

export async function PaymentRecord({ payment }: { payment: Payment }) {
  const t = await getTranslations("grants.field");
  const rows = [
    { term: t("points"), detail: <Points value={payment.points} /> },
    { term: t("shop"), detail: <TextLink href={`/admin/shops/${payment.shopId}`}>{payment.shop}</TextLink> },
    { term: t("paidAt"), detail: formatCityDateTime(payment.happenedAt) },
    { term: t("recordedAt"), detail: formatCityDateTime(payment.recordedAt) },
    { term: t("number"), detail: <span className="break-all">{payment.transferId}</span> },
  ];
  return <SummaryList rows={rows} />;
}
