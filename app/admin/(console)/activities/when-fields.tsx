"use client";

import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TimeField } from "@/components/ui/time-field";
import { windowKinds } from "@/lib/activities/input";
import { errorFor, type FormState } from "@/lib/shared/form";

type Props = { state: FormState; values: Record<string, string> };
type Edge = "starts" | "ends" | "opens" | "closes";

/** When the activity is held, and when its code grants: usually around it, else as typed. */
export function WhenFields({ state, values }: Props) {
  const t = useTranslations("activities");
  const kinds = windowKinds.map((kind) => ({ value: kind, label: t(`windowKind.${kind}`) }));
  return (
    <>
      <DayAndTime edge="starts" state={state} values={values} />
      <DayAndTime edge="ends" state={state} values={values} />
      <RadioGroup
        name="windowKind"
        label={t("label.windowKind")}
        requirement="required"
        choices={kinds}
        defaultValue={(state?.values ?? values).windowKind}
        error={errorFor(state, "windowKind")}
      />
      <fieldset className="flex flex-col gap-6 border-s-4 border-line ps-4">
        <legend className="pb-4">{t("windowTitle")}</legend>
        <DayAndTime edge="opens" state={state} values={values} isOptional />
        <DayAndTime edge="closes" state={state} values={values} isOptional />
      </fieldset>
    </>
  );
}

function DayAndTime({ edge, state, values, isOptional }: Props & { edge: Edge; isOptional?: boolean }) {
  const t = useTranslations("activities.label");
  const [on, time] = [`${edge}On`, `${edge}Time`] as const;
  const requirement = isOptional ? undefined : ("required" as const);
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4">
      <DateField
        name={on}
        label={t(on)}
        requirement={requirement}
        defaultDay={values[on]}
        values={state?.values}
        error={errorFor(state, on)}
      />
      <TimeField
        name={time}
        label={t(time)}
        requirement={requirement}
        defaultValue={(state?.values ?? values)[time]}
        error={errorFor(state, time)}
      />
    </div>
  );
}
