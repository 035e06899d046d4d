"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { ties } from "@/lib/members/input";
import { errorFor } from "@/lib/shared/form";
import { signUpAction } from "./actions";
import { Doubles } from "./doubles";
import type { SignUpState } from "./sign-up-state";

type Props = { id: string; asksInvitation: boolean; children: ReactNode };

/** `id` is made with the page, so that sending it twice makes one member. `asksInvitation`: while points are a test. */
export function SignUpForm({ id, asksInvitation, children }: Props) {
  const t = useTranslations("counter.new");
  const [state, action] = useActionState(signUpAction, null);
  return (
    <form action={action} noValidate autoComplete="off" className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {children}
      <input type="hidden" name="id" value={id} />
      {state?.doubles && <Doubles people={state.doubles} />}
      <Fields state={state} lines={asksInvitation ? [invitation, ...lines] : lines} />
      <SubmitButton>{t(state?.doubles ? "confirmSubmit" : "submit")}</SubmitButton>
    </form>
  );
}

const invitation = { name: "invitation", requirement: "required", support: "invitationSupport" } as const;
const lines = [
  { name: "familyName", requirement: "required" },
  { name: "givenName", requirement: "required" },
  { name: "familyKana", requirement: "required", support: "kanaSupport" },
  { name: "givenKana", requirement: "required", support: "kanaSupport" },
  { name: "bornOn", requirement: "required", support: "bornSupport" },
  { name: "phone", requirement: "optional" },
  { name: "email", requirement: "optional" },
  { name: "guardianNumber", requirement: "optional", support: "guardianSupport" },
] as const;

/** What staff take down of what the person, and of somebody young a guardian, agreed to. */
const agreements = ["agrees", "hasGuardian"] as const;
type Line = (typeof lines)[number] | typeof invitation;

function Fields({ state, lines }: { state: SignUpState; lines: readonly Line[] }) {
  const t = useTranslations("counter.new");
  const tie = { name: "tie", label: t("tie"), requirement: "required" as const, error: errorFor(state, "tie") };
  const choices = ties.map((value) => ({ value, label: t(`ties.${value}`) }));
  return (
    <>
      {lines.map((line) => (
        <TextField
          key={line.name}
          name={line.name}
          requirement={line.requirement}
          label={t(line.name)}
          support={"support" in line ? t(line.support) : undefined}
          defaultValue={state?.values[line.name]}
          error={errorFor(state, line.name)}
          spellCheck={false}
        />
      ))}
      <RadioGroup {...tie} choices={choices} defaultValue={state?.values.tie} />
      {agreements.map((name) => (
        <Checkbox
          key={name}
          name={name}
          value="yes"
          label={t(name)}
          defaultChecked={state?.values[name] === "yes"}
          error={errorFor(state, name)}
        />
      ))}
    </>
  );
}
