"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FieldError } from "@/lib/shared/form";
import { DraftFields, DraftFieldsAgain } from "../../../approvals/draft-fields";

/** `checked`: the budget, in points, that is shown once more before it is asked for. */
export type BudgetState = { values: Record<string, string>; errors: FieldError[]; checked?: number } | null;

type Props = {
  send: (state: BudgetState, form: FormData) => Promise<BudgetState>;
  id: string;
  /** Points now. */
  budget: number;
  used: number;
  /** What a draft that was sent back asked for. */
  values: Record<string, string>;
  children: ReactNode;
};

export function BudgetForm({ send, id, budget, used, values, children }: Props) {
  const t = useTranslations("programmes.budget");
  const tp = useTranslations("programmes");
  const [state, action] = useActionState(send, null);
  if (state?.checked !== undefined) {
    return <BudgetCheck {...{ action, id, budget, used, checked: state.checked, values: state.values }} />;
  }
  const typed = state?.values ?? values;
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {children}
      <Figures
        rows={[
          ["now", budget],
          ["used", used],
          ["left", budget - used],
        ]}
      />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="budget"
        label={t("label")}
        requirement="required"
        support={t("note")}
        inputMode="numeric"
        autoComplete="off"
        width="short"
        unit={tp("unit")}
        defaultValue={typed.budget}
        error={errorFor(state, "budget")}
      />
      <DraftFields values={typed} state={state} />
      <SubmitButton size="medium">{t("check")}</SubmitButton>
    </form>
  );
}

type CheckProps = Pick<Props, "id" | "budget" | "used" | "values"> & {
  action: (form: FormData) => void;
  checked: number;
};

function BudgetCheck({ action, id, budget, used, checked, values }: CheckProps) {
  const t = useTranslations("programmes.budget");
  const ta = useTranslations("approvals.reason");
  return (
    <form action={action} className="flex max-w-2xl flex-col gap-6">
      <h1 className="text-std-28B-150">{t("checkTitle")}</h1>
      <Figures
        rows={[
          ["now", budget],
          ["after", checked],
          ["used", used],
          ["afterLeft", checked - used],
        ]}
      />
      <input type="hidden" name="id" value={id} />
      <SummaryList
        rows={[{ term: ta("label"), detail: <span className="whitespace-pre-line">{values.draftReason}</span> }]}
      />
      <input type="hidden" name="budget" value={checked} />
      <DraftFieldsAgain values={values} />
      <input type="hidden" name="step" value="set" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton size="medium">{t("confirm", { budget: checked })}</SubmitButton>
        <a href={`/admin/programmes/${id}/budget`} className="inline-flex min-h-12 items-center text-link underline">
          {t("again")}
        </a>
      </div>
    </form>
  );
}

type FigureName = "now" | "used" | "left" | "after" | "afterLeft";

function Figures({ rows }: { rows: [FigureName, number][] }) {
  const t = useTranslations("programmes.budget");
  return <SummaryList rows={rows.map(([name, points]) => ({ term: t(name), detail: t("points", { points }) }))} />;
}
