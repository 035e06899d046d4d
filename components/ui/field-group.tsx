import type { ReactNode } from "react";
import { ErrorText, errorId, type FieldText, Requirement, Support, supportId } from "./field";

/** Several controls that answer one question: radio buttons, the parts of a date. */
export function FieldGroup({ children, ...text }: FieldText & { children: ReactNode }) {
  const id = text.id ?? text.name;
  const ids = [text.support ? supportId(id) : "", text.error ? errorId(id) : ""].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={ids || undefined} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 text-std-17B-170">
        {text.label}
        <Requirement requirement={text.requirement} />
      </legend>
      <Support id={id}>{text.support}</Support>
      {children}
      <ErrorText id={id}>{text.error}</ErrorText>
    </fieldset>
  );
}
