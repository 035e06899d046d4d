"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { makeInvitationsAction } from "./actions";
import { MadeInvitations } from "./made-invitations";

const lines = [
  { name: "label", width: "full" },
  { name: "count", width: "short" },
  { name: "days", width: "short" },
] as const;

/** `batchId` is made with the page, so that sending it twice makes one list. */
export function InvitationsForm({ batchId, children }: { batchId: string; children: ReactNode }) {
  const t = useTranslations("invitations");
  const [state, action] = useActionState(makeInvitationsAction, null);
  if (state?.made) return <MadeInvitations {...state.made} />;
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="batchId" value={batchId} />
      {lines.map(({ name, width }) => (
        <TextField
          key={name}
          {...{ name, width, label: t(`field.${name}`), support: t(`support.${name}`), error: errorFor(state, name) }}
          requirement="required"
          inputMode={name === "label" ? undefined : "numeric"}
          autoComplete="off"
          defaultValue={state?.values[name]}
        />
      ))}
      <SubmitButton>{t("make")}</SubmitButton>
    </form>
  );
}
