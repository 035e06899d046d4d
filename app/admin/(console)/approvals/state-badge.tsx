import { useTranslations } from "next-intl";
import { type BadgeTone, StatusBadge } from "@/components/ui/status-badge";
import type { ApprovalState } from "@/lib/approvals/input";

const tones: Record<ApprovalState, BadgeTone> = {
  pending: "info",
  approved: "success",
  sent_back: "warning",
  withdrawn: "neutral",
  expired: "neutral",
};

export function StateBadge({ state }: { state: ApprovalState }) {
  const t = useTranslations("approvals.state");
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
