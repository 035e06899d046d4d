"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { purposes } from "@/lib/members/input";
import { errorFor } from "@/lib/shared/form";
import { discloseMemberAction } from "../actions";

/** Why the data is wanted: it is opened with this word only, and the word goes on record. */
export function PurposeForm({ memberId }: { memberId: string }) {
  const t = useTranslations("members.purpose");
  const [state, action] = useActionState(discloseMemberAction, null);
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      <h2 className="text-std-22B-150">{t("title")}</h2>
      <p>{t("text")}</p>
      <input type="hidden" name="memberId" value={memberId} />
      <RadioGroup
        name="purpose"
        label={t("label")}
        requirement="required"
        choices={purposes.map((purpose) => ({ value: purpose, label: t(purpose) }))}
        error={errorFor(state, "purpose")}
      />
      <div>
        <SubmitButton size="medium">{t("submit")}</SubmitButton>
      </div>
    </form>
  );
}
