"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { RadioGroup } from "@/components/ui/radio-group";
import { type Choice, Select, type SelectProps } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextField } from "@/components/ui/text-field";
import { claimLimits } from "@/lib/activities/input";
import { errorFor, type FormState } from "@/lib/shared/form";
import { WhenFields } from "./when-fields";

type Props = {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** The activity's id and programme and, when it is changed, its words as they are. */
  values: Record<string, string>;
  /** Programmes to choose from; none when the activity already belongs to one. */
  programmes: Choice[];
  /** Outside groups that may hold it. */
  groups: Choice[];
  isNew: boolean;
  children: ReactNode;
};

const words = ["title", "place", "organiser", "audience"] as const;
type Field = (typeof words)[number] | "programmeId" | "groupId" | "summary" | "points" | "claimLimit";

export function ActivityForm({ send, values, programmes, groups, isNew, children }: Props) {
  const t = useTranslations("activities");
  const [state, action] = useActionState(send, null);
  const typed = state?.values ?? values;
  const field = (name: Field) => ({
    name,
    label: t(`label.${name}`),
    requirement: "required" as const,
    defaultValue: typed[name],
    error: errorFor(state, name),
  });
  const limits = claimLimits.map((limit) => ({ value: limit, label: t(`claimLimit.${limit}`) }));
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {children}
      <input type="hidden" name="id" value={values.id} />
      {isNew ? (
        <Select
          {...field("programmeId")}
          support={t("support.programmeId")}
          choices={programmes}
          placeholder={t("support.chooseProgramme")}
        />
      ) : (
        <input type="hidden" name="programmeId" value={values.programmeId} />
      )}
      <GroupSelect {...field("groupId")} groups={groups} />
      {words.map((name) => (
        <TextField key={name} {...field(name)} support={t(`support.${name}`)} />
      ))}
      <TextArea {...field("summary")} support={t("support.summary")} />
      <WhenFields state={state} values={values} />
      <TextField {...field("points")} inputMode="numeric" autoComplete="off" width="short" unit={t("unit")} />
      <RadioGroup {...field("claimLimit")} choices={limits} />
      <SubmitButton size="medium">{t(isNew ? "register" : "save")}</SubmitButton>
    </form>
  );
}

function GroupSelect({
  groups,
  ...field
}: Pick<SelectProps, "name" | "label" | "defaultValue" | "error"> & { groups: Choice[] }) {
  const t = useTranslations("activities.support");
  if (groups.length === 0) return null;
  const choices = [{ value: "", label: t("noGroup") }, ...groups];
  return <Select {...field} requirement="optional" support={t("groupId")} choices={choices} />;
}
