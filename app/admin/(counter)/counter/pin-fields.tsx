import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import type { CounterState } from "./counter-state";

export type PinWords = { label: string; support: string; again?: string };

const keyed = { type: "password", inputMode: "numeric", autoComplete: "off", maxLength: 4, width: "short" } as const;

/** Four digits that only the member sees; never given back to the page. */
export function PinFields({ label, support, again, state }: PinWords & { state: CounterState }) {
  return (
    <>
      <TextField
        {...keyed}
        name="pin"
        label={label}
        support={support}
        requirement="required"
        error={errorFor(state, "pin")}
      />
      {again && (
        <TextField
          {...keyed}
          name="pinAgain"
          label={again}
          requirement="required"
          error={errorFor(state, "pinAgain")}
        />
      )}
    </>
  );
}
