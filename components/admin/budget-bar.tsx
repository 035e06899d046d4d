import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";

/** Part of the budget, in percent, from which staff are warned. */
const NEAR = 80;

/** How much of a programme's budget is granted, in words and as a bar. Points. */
export function BudgetBar({ budget, used }: { budget: number; used: number }) {
  const t = useTranslations("console");
  const percent = budget === 0 ? 100 : Math.floor((used / budget) * 100);
  const words = t("budgetBar", { used, budget, percent });
  return (
    <div className="flex flex-col gap-1">
      <span className="tabular-nums">{words}</span>
      <div
        role="progressbar"
        aria-label={t("budgetName")}
        aria-valuenow={percent}
        aria-valuetext={words}
        className="h-3 overflow-hidden rounded-full border border-edge bg-white"
      >
        <div
          className={`h-full forced-colors:bg-[CanvasText] ${percent >= NEAR ? "bg-error-2" : "bg-primary"}`}
          style={{ width: `${Math.min(percent, 100)}%` }}
        />
      </div>
      {percent >= NEAR && (
        <div>
          <StatusBadge tone={percent >= 100 ? "error" : "warning"}>
            {t(percent >= 100 ? "state.full" : "state.near")}
          </StatusBadge>
        </div>
      )}
    </div>
  );
}
