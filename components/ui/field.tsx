import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export interface FieldText {
  /** Name of the form value and, unless `id` is given, the id that the error summary links to. */
  name: string;
  id?: string | undefined;
  label: string;
  requirement?: "required" | "optional" | undefined;
  support?: ReactNode;
  error?: string | undefined;
}

export const supportId = (id: string) => `${id}-support`;
export const errorId = (id: string) => `${id}-error`;

/** The aria attributes of a control, from what its frame shows. */
export function describedBy(id: string, { support, error }: Pick<FieldText, "support" | "error">) {
  const ids = [support ? supportId(id) : "", error ? errorId(id) : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

export function Requirement({ requirement }: { requirement: FieldText["requirement"] }) {
  const t = useTranslations("ui");
  if (!requirement) return null;
  const colour = requirement === "required" ? "text-error-2" : "text-quiet";
  return <span className={`ms-2 inline-block text-std-16N-170 ${colour}`}>{t(requirement)}</span>;
}

export function Support({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={supportId(id)} className="text-std-16N-170 text-quiet">
      {children}
    </div>
  );
}

export function ErrorText({ id, children }: { id: string; children: string | undefined }) {
  const t = useTranslations("ui");
  if (!children) return null;
  return (
    <p id={errorId(id)} className="text-std-16N-170 text-error-2">
      {t("errorMark")}
      {children}
    </p>
  );
}

/** Label, support text above the control, error text below it. */
export function FieldFrame({ children, ...text }: FieldText & { children: ReactNode }) {
  const id = text.id ?? text.name;
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-std-17B-170">
        {text.label}
        <Requirement requirement={text.requirement} />
      </label>
      <Support id={id}>{text.support}</Support>
      {children}
      <ErrorText id={id}>{text.error}</ErrorText>
    </div>
  );
}
