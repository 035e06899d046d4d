import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";

export function RewardBadge({ closedAt, stock }: { closedAt: Date | null; stock: number }) {
  const t = useTranslations("rewards");
  if (closedAt) return <StatusBadge>{t("closed")}</StatusBadge>;
  return <StatusBadge tone={stock > 0 ? "success" : "warning"}>{t(stock > 0 ? "open" : "soldOut")}</StatusBadge>;
}
