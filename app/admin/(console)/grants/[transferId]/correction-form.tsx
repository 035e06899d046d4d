"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";
import { correctAction } from "./actions";

type Props = {
  transferId: string;
  kind: "grant" | "payment";
  /** What a correction takes or gives back unless less of a payment is typed. */
  points: number;
  /** What a draft that was sent back asked for. */
  values: Record<string, string>;
};

/** Two steps in one place: what is wrong and why, then what will happen. The reason never stands in an address. */
export function CorrectionForm(props: Props) {
  const [state, action] = useActionState(correctAction, null);
  const isChecking = state?.values.step === "check";
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      <input type="hidden" name="transferId" value={props.transferId} />
      {(state?.values ?? props.values).followsId && (
        <input type="hidden" name="followsId" value={(state?.values ?? props.values).followsId} />
      )}
      {isChecking ? <Check {...props} values={state.values} /> : <Question {...props} state={state} />}
    </form>
  );
}

function Question({ kind, points, state, values }: Props & { state: FormState }) {
  const t = useTranslations("grants.correction");
  return (
    <>
      <p>{t(`${kind}.text`, { points })}</p>
      {kind === "grant" ? (
        <input type="hidden" name="points" value={points} />
      ) : (
        <TextField
          name="points"
          inputMode="numeric"
          width="short"
          label={t("points")}
          support={t("pointsSupport", { points })}
          requirement="required"
          defaultValue={state?.values.points ?? values.points ?? String(points)}
          error={errorFor(state, "points")}
        />
      )}
      <TextField
        name="reason"
        label={t("reason")}
        support={t("reasonSupport")}
        requirement="required"
        defaultValue={state?.values.reason ?? values.reason}
        error={errorFor(state, "reason")}
      />
      <div>
        <SubmitButton look="outlined" size="medium">
          {t("check")}
        </SubmitButton>
      </div>
    </>
  );
}

function Check({ kind, values }: Pick<Props, "kind" | "values">) {
  const t = useTranslations("grants.correction");
  const points = Number((values.points ?? "").normalize("NFKC").replace(/\D/g, ""));
  const rows = [
    { term: t("points"), detail: t(`${kind}.effect`, { points }) },
    { term: t("reason"), detail: values.reason },
  ];
  return (
    <>
      <Notification kind="warning" title={t("once")} />
      <SummaryList rows={rows} />
      <input type="hidden" name="points" value={values.points} />
      <input type="hidden" name="reason" value={values.reason} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="confirmed" size="medium" tone="danger">
          {t(`${kind}.do`, { points })}
        </SubmitButton>
        <a
          href={`/admin/grants/${values.transferId}`}
          className="inline-flex min-h-11 items-center px-3 text-link underline underline-offset-4"
        >
          {t("stop")}
        </a>
      </div>
    </>
  );
}
