"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileLink } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FoundBy } from "@/lib/counter/input";
import { errorFor } from "@/lib/shared/form";
import { openVisitAction } from "./actions";
import type { FoundPerson } from "./find-state";

type Props = { person: FoundPerson; foundBy: FoundBy; children: ReactNode };

/** A second thing is asked before a name opens: whoever holds a card need not be its member. */
export function ConfirmPerson({ person, foundBy, children }: Props) {
  const t = useTranslations("counter");
  const [state, action] = useActionState(openVisitAction, null);
  const { memberId, name, number, question } = person;
  return (
    <form action={action} noValidate autoComplete="off" className="flex flex-col gap-4">
      <ErrorSummary errors={state?.errors} />
      {children}
      <h2 className="text-std-24B-150">{t("confirm.title")}</h2>
      <p className="rounded-16 bg-primary-soft p-4">
        {name ?? t("nameless")} {number && t("number", { number })}
      </p>
      <p>{t("confirm.text")}</p>
      {Object.entries({ memberId, foundBy, question }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <TextField
        name="answer"
        label={t(`confirm.ask.${question}`)}
        support={t(`confirm.support.${question}`)}
        requirement="required"
        error={errorFor(state, "answer")}
        autoFocus
        maxLength={254}
        spellCheck={false}
      />
      <SubmitButton>{t("confirm.submit")}</SubmitButton>
      <FileLink href="/admin/counter" look="outlined" size="large">
        {t("find.again")}
      </FileLink>
    </form>
  );
}
