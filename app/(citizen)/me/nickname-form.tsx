"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { changeNicknameAction } from "./actions";

/** What stands above the field, heading included, comes in as children: errors stand above it, and what went well beside the button that was pressed. */
export function NicknameForm({ nickname, children }: { nickname: string; children: ReactNode }) {
  const t = useTranslations("me.nickname");
  const [state, send] = useActionState(changeNicknameAction, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {children}
      <TextField
        name="nickname"
        autoComplete="nickname"
        label={t("label")}
        support={t("support")}
        requirement="optional"
        defaultValue={state?.values.nickname ?? nickname}
        error={errorFor(state, "nickname")}
      />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      <SubmitButton look="outlined" size="medium">
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
