import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { StatusBadge } from "@/components/ui/status-badge";
import { decideBudgetUse } from "@/lib/shared/decide-budget-use";

const tones = { none: "neutral", near: "warning", full: "error" } as const;

/** How much of a programme's budget is granted, in words and as a bar. Points. */
export function BudgetBar({ budget, used }: { budget: number; used: number }) {
  const t = useTranslations("console");
  const { percent, state } = decideBudgetUse({ budget, used });
  const isShort = state === "near" || state === "full";
  return (
    <div className="flex flex-col gap-1">
      <Progress
        label={t("budgetName")}
        percent={percent}
        text={t("budgetBar", { used, budget, percent })}
        tone={isShort ? "error" : "primary"}
      />
      {state !== "within" && (
        <div>
          <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
        </div>
      )}
    </div>
  );
}
