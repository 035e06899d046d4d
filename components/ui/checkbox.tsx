import type { ComponentProps, ReactNode } from "react";
import { describedBy, ErrorText, Support } from "./field";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "className" | "name" | "id"> {
  name: string;
  id?: string;
  label: ReactNode;
  support?: ReactNode;
  error?: string | undefined;
}

/** The whole line is the target. The key puts a returned choice back, which React's form reset would otherwise lose. */
export function Checkbox({ name, id = name, label, support, error, ...input }: CheckboxProps) {
  return (
    <div className="flex flex-col">
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          key={String(input.defaultChecked)}
          {...input}
          {...describedBy(id, { support, error })}
          type="checkbox"
          id={id}
          name={name}
          className="size-6 shrink-0 scroll-mt-32 accent-primary"
        />
        <span>{label}</span>
      </label>
      <div className="ps-9">
        <Support id={id}>{support}</Support>
        <ErrorText id={id}>{error}</ErrorText>
      </div>
    </div>
  );
}
