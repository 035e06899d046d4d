import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";

type Props = { opensAt: Date; closesAt: Date; cancelledAt: Date | null; hasCode: boolean; at: Date };

/** Where an activity stands as of `at`, and whether its points can be received at all. */
export function ActivityBadges({ opensAt, closesAt, cancelledAt, hasCode, at }: Props) {
  const t = useTranslations("activities.badge");
  if (cancelledAt) return <StatusBadge tone="error">{t("cancelled")}</StatusBadge>;
  if (closesAt <= at) return <StatusBadge>{t("past")}</StatusBadge>;
  return (
    <span className="inline-flex flex-wrap gap-2">
      {opensAt <= at ? (
        <StatusBadge tone="success">{t("open")}</StatusBadge>
      ) : (
        <StatusBadge tone="info">{t("coming")}</StatusBadge>
      )}
      {!hasCode && <StatusBadge tone="warning">{t("noCode")}</StatusBadge>}
    </span>
  );
}
