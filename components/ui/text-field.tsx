import type { ComponentProps, ReactNode } from "react";
import { controlClass } from "./control-style";
import { describedBy, FieldFrame, type FieldText } from "./field";

type InputProps = Omit<ComponentProps<"input">, keyof FieldText | "className" | "width">;
export interface TextFieldProps extends FieldText, InputProps {
  width?: "full" | "medium" | "short";
  /** A unit after the control (points, people). */
  unit?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { name, id = name, label, requirement, support, error, width = "full", unit, ...input } = props;
  return (
    <FieldFrame {...{ name, id, label, requirement, support, error }}>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="text"
          {...input}
          {...describedBy(id, { support, error })}
          id={id}
          name={name}
          aria-required={requirement === "required" || undefined}
          className={controlClass(unit && width === "medium" ? "besideUnit" : width)}
        />
        {unit && <span className="shrink-0">{unit}</span>}
      </div>
    </FieldFrame>
  );
}

type AreaProps = Omit<ComponentProps<"textarea">, keyof FieldText | "className">;

export function TextArea({ name, id = name, label, requirement, support, error, ...area }: FieldText & AreaProps) {
  return (
    <FieldFrame {...{ name, id, label, requirement, support, error }}>
      <textarea
        rows={4}
        {...area}
        {...describedBy(id, { support, error })}
        id={id}
        name={name}
        aria-required={requirement === "required" || undefined}
        className={controlClass("full")}
      />
    </FieldFrame>
  );
}
