import type { ComponentProps } from "react";
import { controlClass } from "./control-style";
import { describedBy, FieldFrame, type FieldText } from "./field";

export interface Choice {
  value: string;
  label: string;
  support?: string;
}

type NativeProps = Omit<ComponentProps<"select">, keyof FieldText | "className" | "children" | "value">;
export interface SelectProps extends FieldText, NativeProps {
  choices: readonly Choice[];
  /** Text of the empty first choice; left out when one of the choices is always right. */
  placeholder?: string;
  width?: "full" | "medium";
}

/** The phone's own picker. The key puts a returned value back, which React's form reset would otherwise lose. */
export function Select(props: SelectProps) {
  const {
    name,
    id = name,
    label,
    requirement,
    support,
    error,
    choices,
    placeholder,
    width = "full",
    ...native
  } = props;
  return (
    <FieldFrame {...{ name, id, label, requirement, support, error }}>
      <select
        key={String(native.defaultValue)}
        {...native}
        {...describedBy(id, { support, error })}
        id={id}
        name={name}
        aria-required={requirement === "required" || undefined}
        className={controlClass(width)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
