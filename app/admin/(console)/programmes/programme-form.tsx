"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Choice, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { expiryKinds } from "@/lib/programmes/input";
import { errorFor, type FormState } from "@/lib/shared/form";

type Props = {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** The programme's id and, when it is changed, its terms as they are. */
  values: Record<string, string>;
  domains: Choice[];
  sections: Choice[];
  /** A new programme gets its budget here; later it has a page of its own. */
  isNew: boolean;
  children: ReactNode;
};

export function ProgrammeForm({ send, values, domains, sections, isNew, children }: Props) {
  const t = useTranslations("programmes");
  const [state, action] = useActionState(send, null);
  const field = fieldOf(t, state, values);
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {children}
      <input type="hidden" name="id" value={values.id} />
      <TextField {...field("name")} />
      <Select {...field("domainId")} choices={domains} placeholder={t("support.chooseDomain")} width="medium" />
      <Select {...field("sectionId")} choices={sections} placeholder={t("support.chooseSection")} width="medium" />
      <TextArea {...field("policyGoal")} support={t("support.policyGoal")} />
      <TextArea {...field("kpi")} support={t("support.kpi")} rows={2} />
      <DateField {...day(field("startsOn"), state, values)} />
      <DateField {...day(field("endsOn"), state, values)} />
      <TextField {...field("fundingSource")} support={t("support.fundingSource")} />
      {isNew && <TextField {...field("budget")} support={t("support.budget")} {...number} unit={t("unit")} />}
      <TextField {...field("points")} support={t("support.points")} {...number} unit={t("unit")} />
      <ExpiryFields state={state} values={values} />
      {!isNew && <RuleReason state={state} values={values} />}
      <SubmitButton size="medium">{t(isNew ? "register" : "save")}</SubmitButton>
    </form>
  );
}

const number = { inputMode: "numeric", autoComplete: "off", width: "short" } as const;

type Words = ReturnType<typeof useTranslations<"programmes">>;
type FieldName = Parameters<Words>[0] extends infer Key ? (Key extends `label.${infer Name}` ? Name : never) : never;

const fieldOf = (t: Words, state: FormState, values: Record<string, string>) => (name: FieldName) => ({
  name,
  label: t(`label.${name}`),
  requirement: "required" as const,
  defaultValue: (state?.values ?? values)[name],
  error: errorFor(state, name),
});

/** A day comes back as its three typed parts, or as the day that it was. */
function day(
  { defaultValue, ...rest }: ReturnType<ReturnType<typeof fieldOf>>,
  state: FormState,
  values: Record<string, string>,
) {
  return { ...rest, defaultDay: values[rest.name], values: state?.values };
}

/** Another rule needs a second person, who is told why. */
function RuleReason({ state, values }: Pick<Props, "values"> & { state: FormState }) {
  const t = useTranslations("programmes");
  const { requirement: _, ...reason } = fieldOf(t, state, values)("draftReason");
  return (
    <>
      <p>{t("support.ruleChange")}</p>
      {values.followsId && <input type="hidden" name="followsId" value={values.followsId} />}
      <TextArea {...reason} support={t("support.draftReason")} rows={2} />
    </>
  );
}

function ExpiryFields({ state, values }: Pick<Props, "values"> & { state: FormState }) {
  const t = useTranslations("programmes");
  const field = fieldOf(t, state, values);
  const choices = expiryKinds.map((kind) => ({ value: kind, label: t(`expiry.${kind}`) }));
  const { requirement: _, ...count } = field("expiryCount");
  const { requirement: __, ...on } = day(field("expiryOn"), state, values);
  return (
    <>
      <RadioGroup {...field("expiryKind")} choices={choices} />
      <TextField {...count} support={t("support.expiryCount")} {...number} />
      <DateField {...on} support={t("support.expiryOn")} />
    </>
  );
}
