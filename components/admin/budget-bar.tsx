import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import { decideBudgetUse } from "@/lib/shared/decide-budget-use";

const tones = { none: "neutral", near: "warning", full: "error" } as const;

/** How much of a programme's budget is granted, in words and as a bar. Points. */
export function BudgetBar({ budget, used }: { budget: number; used: number }) {
  const t = useTranslations("console");
  const { percent, state } = decideBudgetUse({ budget, used });
  const words = t("budgetBar", { used, budget, percent });
  const isShort = state === "near" || state === "full";
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
          className={`h-full forced-colors:bg-[CanvasText] ${isShort ? "bg-error-2" : "bg-primary"}`}
          style={{ width: `${Math.min(percent, 100)}%` }}
        />
      </div>
      {state !== "within" && (
        <div>
          <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
        </div>
      )}
    </div>
  );
}
