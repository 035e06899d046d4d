import type { FieldText } from "./field";
import { FieldGroup } from "./field-group";
import type { Choice } from "./select";

export interface RadioGroupProps extends FieldText {
  choices: readonly Choice[];
  defaultValue?: string | undefined;
}

/** One answer of a few. The first button carries the group's id, where the error summary lands. */
export function RadioGroup({ choices, defaultValue, ...text }: RadioGroupProps) {
  const id = text.id ?? text.name;
  return (
    <FieldGroup {...text}>
      {choices.map((choice, at) => (
        <label key={`${choice.value} ${defaultValue}`} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            id={at === 0 ? id : `${id}-${choice.value}`}
            name={text.name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            className="size-6 shrink-0 scroll-mt-32 accent-primary"
          />
          <span className="flex flex-col">
            {choice.label}
            {choice.support && <span className="text-std-16N-170 text-quiet">{choice.support}</span>}
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
