"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { FileLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { SummaryList } from "@/components/ui/summary-list";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";
import { returnExchangeAction } from "./actions";

type Props = {
  transferId: string;
  points: number;
  pieces: number;
  /** Whether the second press asks another person instead of taking the exchange back. */
  needsSecond: boolean;
  /** What a draft that was sent back asked for. */
  values: Record<string, string>;
  children: ReactNode;
};

/** Two steps in one place: why, then what will happen; what is taken back is not made again. */
export function ReturnForm({ children, ...props }: Props) {
  const [state, action] = useActionState(returnExchangeAction, null);
  const isChecking = state?.values.step === "check";
  const { followsId } = state?.values ?? props.values;
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="transferId" value={props.transferId} />
      {followsId && <input type="hidden" name="followsId" value={followsId} />}
      {isChecking ? (
        <Check {...props} reason={state.values.reason ?? ""} />
      ) : (
        <Question state={state} values={props.values} />
      )}
    </form>
  );
}

function Question({ state, values }: Pick<Props, "values"> & { state: FormState }) {
  const t = useTranslations("rewards.return");
  return (
    <>
      <TextField
        name="reason"
        label={t("reason")}
        support={t("support")}
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

function Check({
  transferId,
  points,
  pieces,
  needsSecond,
  reason,
}: Omit<Props, "values" | "children"> & { reason: string }) {
  const t = useTranslations("rewards");
  const rows = [
    { term: t("exchange.points"), detail: t("return.effectPoints", { points }) },
    { term: t("exchange.pieces"), detail: t("return.effectPieces", { pieces }) },
    { term: t("return.reason"), detail: reason },
  ];
  return (
    <>
      <Notification kind="warning" title={t(needsSecond ? "return.onceAsked" : "return.once")} />
      <SummaryList rows={rows} />
      <input type="hidden" name="reason" value={reason} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="confirmed" size="medium" tone="danger">
          {t("return.do")}
        </SubmitButton>
        <FileLink href={`/admin/rewards/exchanges/${transferId}`} look="text">
          {t("return.stop")}
        </FileLink>
      </div>
    </>
  );
}
