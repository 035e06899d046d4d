"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";
import { approveAction, sendBackAction, withdrawAction } from "./actions";

type Props = { approvalId: string };

/** Two steps in one place: the button, then the same button under what it will do. */
export function ApproveForm({ approvalId }: Props) {
  const t = useTranslations("approvals.act");
  const [state, action] = useActionState(approveAction, null);
  const isChecking = state?.values.step === "check";
  return (
    <form action={action} className="flex max-w-2xl flex-col gap-4">
      <Answer state={state} />
      <input type="hidden" name="approvalId" value={approvalId} />
      {isChecking && <Notification kind="warning" title={t("checkTitle")} />}
      <div className="flex flex-wrap gap-3">
        {isChecking ? (
          <>
            <SubmitButton name="step" value="confirmed" size="medium">
              {t("approve")}
            </SubmitButton>
            <Stop approvalId={approvalId} />
          </>
        ) : (
          <SubmitButton size="medium">{t("toCheck")}</SubmitButton>
        )}
      </div>
    </form>
  );
}

export function SendBackForm({ approvalId }: Props) {
  const t = useTranslations("approvals.act");
  const [state, action] = useActionState(sendBackAction, null);
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-4">
      <ErrorSummary errors={state?.errors} />
      <Answer state={state} />
      <input type="hidden" name="approvalId" value={approvalId} />
      <TextArea
        name="note"
        label={t("note")}
        support={t("noteSupport")}
        requirement="required"
        rows={2}
        defaultValue={state?.values.note}
        error={errorFor(state, "note")}
      />
      <div>
        <SubmitButton look="outlined" size="medium">
          {t("sendBack")}
        </SubmitButton>
      </div>
    </form>
  );
}

/** Asks once more: a draft that was taken back stays so. */
export function WithdrawForm({ approvalId }: Props) {
  const t = useTranslations("approvals.act");
  const [state, action] = useActionState(withdrawAction, null);
  const isChecking = state?.values.step === "check";
  const step = isChecking ? ({ name: "step", value: "confirmed" } as const) : {};
  return (
    <form action={action} className="flex max-w-2xl flex-col gap-4">
      <Answer state={state} />
      <input type="hidden" name="approvalId" value={approvalId} />
      {isChecking && <Notification kind="warning" title={t("withdrawCheck")} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton {...step} look={isChecking ? "filled" : "outlined"} size="medium" tone="danger">
          {t(isChecking ? "withdrawDo" : "withdraw")}
        </SubmitButton>
        {isChecking && <Stop approvalId={approvalId} />}
      </div>
    </form>
  );
}

/** Opens the draft anew, which asks nothing yet. */
function Stop({ approvalId }: Props) {
  const t = useTranslations("approvals.act");
  return (
    <a
      href={`/admin/approvals/${approvalId}`}
      className="inline-flex min-h-11 items-center px-3 text-link underline underline-offset-4"
    >
      {t("stop")}
    </a>
  );
}

function Answer({ state }: { state: FormState }) {
  return <FormNotice state={state} />;
}
