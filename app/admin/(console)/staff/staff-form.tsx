"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";
import { RolesFields } from "./roles-fields";

type Props = Pick<ComponentProps<typeof RolesFields>, "roles" | "places"> & {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
  /** The roles as they are; what is typed takes their place. */
  values: Record<string, string>;
  isNew: boolean;
  children: ReactNode;
};

/** A person to be let in, or one's roles; a second administrator decides. */
export function StaffForm({ send, hidden, values, isNew, roles, places, children }: Props) {
  const t = useTranslations("staff.form");
  const [state, action] = useActionState(send, null);
  const typed = state?.values ?? values;
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isNew && <WhoFields state={state} typed={typed} places={places} />}
      <RolesFields roles={roles} places={places} typed={typed} />
      <TextArea
        name="reason"
        label={t("reason")}
        support={t("reasonSupport")}
        requirement="required"
        defaultValue={typed.reason}
        error={errorFor(state, "reason")}
      />
      <SubmitButton size="medium">{t("send")}</SubmitButton>
    </form>
  );
}

type WhoProps = { state: FormState; typed: Record<string, string> } & Pick<Props, "places">;

function WhoFields({ state, typed, places }: WhoProps) {
  const t = useTranslations("staff.form");
  const field = (name: "name" | "email" | "sectionId") => ({
    name,
    label: t(name),
    requirement: "required" as const,
    defaultValue: typed[name],
    error: errorFor(state, name),
  });
  return (
    <>
      <TextField {...field("name")} support={t("nameSupport")} autoComplete="off" />
      <TextField {...field("email")} support={t("emailSupport")} type="email" autoComplete="off" />
      <Select
        {...field("sectionId")}
        choices={places.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={t("chooseSection")}
      />
    </>
  );
}
