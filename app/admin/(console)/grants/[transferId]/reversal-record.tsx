import { getTranslations } from "next-intl/server";
import { Points } from "@/components/ui/points";
import { SummaryList } from "@/components/ui/summary-list";
import type { Grant, Payment } from "@/lib/grants/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";

type Props = {
  entry: Pick<Grant | Payment, "reversed" | "reversedAt" | "reversalReason" | "reversedBy">;
  kind: "grant" | "payment";
};

/** The correction that was made: an entry is corrected once. */
export async function ReversalRecord({ entry, kind }: Props) {
  const t = await getTranslations("grants");
  const rows = [
    { term: t(`correction.${kind}.made`), detail: <Points value={entry.reversed ?? 0} /> },
    { term: t("correction.reason"), detail: entry.reversalReason },
    { term: t("correction.at"), detail: entry.reversedAt && formatCityDateTime(entry.reversedAt) },
    { term: t("correction.by"), detail: entry.reversedBy },
  ];
  return <SummaryList rows={rows} />;
}
