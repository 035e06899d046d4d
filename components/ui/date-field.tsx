import { useTranslations } from "next-intl";
import { controlClass } from "./control-style";
import { errorId, type FieldText } from "./field";
import { FieldGroup } from "./field-group";

export interface DateFieldProps extends FieldText {
  /** The day shown at first, as "2026-05-03". */
  defaultDay?: string | undefined;
  /** What was typed, when the form came back: keys `<name>.year`, `<name>.month`, `<name>.day`. */
  values?: Record<string, string> | undefined;
}

const parts = ["year", "month", "day"] as const;

/** A day as three typed numbers. Sends `<name>.year`, `<name>.month` and `<name>.day`. */
export function DateField({ defaultDay, values, ...text }: DateFieldProps) {
  const t = useTranslations("ui");
  const id = text.id ?? text.name;
  const shown = defaultDay?.split("-");
  return (
    <FieldGroup {...text}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {parts.map((part, at) => (
          <label key={part} className="inline-flex items-center gap-1">
            <input
              id={at === 0 ? id : `${id}-${part}`}
              name={`${text.name}.${part}`}
              defaultValue={values?.[`${text.name}.${part}`] ?? shown?.[at]?.replace(/^0/, "")}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === "year" ? 4 : 2}
              aria-invalid={text.error ? true : undefined}
              aria-describedby={text.error ? errorId(id) : undefined}
              className={controlClass(part === "year" ? "year" : "tiny")}
            />
            <span>{t(part)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
