"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { LegalVersions } from "@/lib/legal/input";
import { ties } from "@/lib/members/input";
import { errorFor, type FormState } from "@/lib/shared/form";
import { finishSignUpAction } from "./actions";

interface SignUpFormProps {
  /** Where to go afterwards, sealed by the server. */
  to: string | undefined;
  /** The versions that `reading` leads to. */
  seen: LegalVersions;
  reading: ReactNode;
  /** While points are a test, a newcomer types an invitation. */
  asksInvitation: boolean;
  /** The page's heading: errors stand above it. */
  children: ReactNode;
}

export function SignUpForm({ to, seen, reading, asksInvitation, children }: SignUpFormProps) {
  const t = useTranslations("joining.signUp");
  const [state, send] = useActionState(finishSignUpAction, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      {asksInvitation && <Invitation state={state} />}
      <Answers state={state} />
      {reading}
      <Checkbox
        name="agrees"
        value="yes"
        label={t("agrees")}
        defaultChecked={state?.values.agrees === "yes"}
        error={errorFor(state, "agrees")}
      />
      <input type="hidden" name="terms" value={seen.terms} />
      <input type="hidden" name="privacy" value={seen.privacy} />
      {to && <input type="hidden" name="to" value={to} />}
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}

function Invitation({ state }: { state: FormState }) {
  const t = useTranslations("invitations.join");
  return (
    <TextField
      name="invitation"
      width="medium"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      label={t("label")}
      support={t("support")}
      requirement="required"
      defaultValue={state?.values.invitation}
      error={errorFor(state, "invitation")}
    />
  );
}

function Answers({ state }: { state: FormState }) {
  const t = useTranslations("joining");
  return (
    <>
      <RadioGroup
        name="tie"
        label={t("signUp.tie")}
        requirement="required"
        choices={ties.map((value) => ({ value, label: t(`ties.${value}`) }))}
        defaultValue={state?.values.tie}
        error={errorFor(state, "tie")}
      />
      <TextField
        name="nickname"
        autoComplete="nickname"
        label={t("signUp.nickname")}
        support={t("signUp.nicknameSupport")}
        requirement="optional"
        defaultValue={state?.values.nickname}
        error={errorFor(state, "nickname")}
      />
      <TextField
        name="birthYear"
        width="medium"
        autoComplete="bday-year"
        label={t("signUp.birthYear")}
        support={t("signUp.birthYearSupport")}
        requirement="optional"
        defaultValue={state?.values.birthYear}
        error={errorFor(state, "birthYear")}
      />
    </>
  );
}
