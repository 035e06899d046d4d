"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { type Choice, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";

type Props = {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** The shop's id and, when it is changed, its words as they are. */
  values: Record<string, string>;
  categories: Choice[];
  submit: string;
  children: ReactNode;
};

const lines = [
  { name: "name", width: "full" },
  { name: "nameKana", width: "full" },
  { name: "address", width: "full" },
  { name: "openingHours", width: "full" },
  { name: "phone", width: "medium" },
] as const;

export function ShopForm({ send, values, categories, submit, children }: Props) {
  const [state, action] = useActionState(send, null);
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {children}
      <input type="hidden" name="id" value={values.id} />
      <Fields state={state} typed={state?.values ?? values} categories={categories} />
      <SubmitButton>{submit}</SubmitButton>
    </form>
  );
}

type FieldsProps = { state: FormState; typed: Record<string, string>; categories: Choice[] };

function Fields({ state, typed, categories }: FieldsProps) {
  const t = useTranslations("shops-admin");
  const common = { requirement: "required" } as const;
  return (
    <>
      <Select
        {...common}
        name="categoryId"
        label={t("field.categoryId")}
        choices={categories}
        placeholder={t("choose")}
        defaultValue={typed.categoryId}
        error={errorFor(state, "categoryId")}
        width="medium"
      />
      {lines.map(({ name, width }) => (
        <TextField
          key={name}
          {...common}
          {...{ name, width, label: t(`field.${name}`), support: t(`support.${name}`), error: errorFor(state, name) }}
          defaultValue={typed[name]}
        />
      ))}
      <TextArea
        {...common}
        name="summary"
        label={t("field.summary")}
        support={t("support.summary")}
        defaultValue={typed.summary}
        error={errorFor(state, "summary")}
      />
    </>
  );
}
