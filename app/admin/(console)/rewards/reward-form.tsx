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
  /** The item's id and, when it is changed, its words as they are and the stock that was seen. */
  values: Record<string, string>;
  /** Left out when an item is changed: it stays with its section. */
  sections?: Choice[];
  submit: string;
  children: ReactNode;
};

export function RewardForm({ send, values, sections, submit, children }: Props) {
  const [state, action] = useActionState(send, null);
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {children}
      <input type="hidden" name="id" value={values.id} />
      {values.seenStock !== undefined && <input type="hidden" name="seenStock" value={values.seenStock} />}
      <Fields state={state} typed={state?.values ?? values} seenStock={values.seenStock} sections={sections} />
      <SubmitButton>{submit}</SubmitButton>
    </form>
  );
}

type FieldsProps = {
  state: FormState;
  typed: Record<string, string>;
  seenStock: string | undefined;
  sections: Choice[] | undefined;
};

function Fields({ state, typed, seenStock, sections }: FieldsProps) {
  const t = useTranslations("rewards");
  const common = (name: "sectionId" | "name" | "summary" | "points" | "stock") => ({
    ...{ name, requirement: "required" as const, label: t(`field.${name}`), support: t(`support.${name}`) },
    ...{ defaultValue: typed[name], error: errorFor(state, name) },
  });
  const stockSupport =
    seenStock === undefined ? t("support.stock") : t("support.stockEdit", { stock: Number(seenStock) });
  return (
    <>
      {sections && <Select {...common("sectionId")} choices={sections} placeholder={t("choose")} width="medium" />}
      <TextField {...common("name")} />
      <TextArea {...common("summary")} />
      <TextField {...common("points")} inputMode="numeric" width="short" unit={t("unit")} />
      <TextField {...common("stock")} support={stockSupport} inputMode="numeric" width="short" unit={t("piece")} />
    </>
  );
}
