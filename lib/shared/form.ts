import type { ZodError } from "zod";

export interface FieldError {
  /** The id of the control, which is the field's name. */
  field: string;
  message: string;
}

/** `link` opens in a new tab, beside what was typed. */
export interface FormNotice {
  kind: "success" | "error" | "warning" | "info";
  title: string;
  text?: string;
  link?: { href: string; text: string };
}

/** What an action gives back to its form: what was typed (never secrets), what is wrong with it, what happened. */
export type FormState = {
  values: Record<string, string>;
  errors: FieldError[];
  notice?: FormNotice;
} | null;

/**
 * What was typed, to be shown again; files, React's own fields and the named secrets are left out. Anybody can call an action with
 * something else than a form: that is a form with nothing in it.
 */
export function formValues(form: unknown, secrets: readonly string[] = []): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  const typed = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(typed.filter(([name]) => !name.startsWith("$ACTION") && !secrets.includes(name)));
}

/**
 * The first complaint about each field, in the order of the schema. The schema's messages are reasons in snake_case
 * ("required", "too_long"); `say` turns field and reason into the sentence of the locale. `least`: what a number must reach that is
 * `too_small`.
 */
export function formErrors(
  error: ZodError,
  say: (field: string, reason: string, least: number) => string,
): FieldError[] {
  const first = new Map<string, ZodError["issues"][number]>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!first.has(field)) first.set(field, issue);
  }
  return [...first].map(([field, issue]) => ({ field, message: say(field, issue.message, leastOf(issue)) }));
}

const leastOf = (issue: ZodError["issues"][number]): number => (issue.code === "too_small" ? Number(issue.minimum) : 0);

export const errorFor = (state: FormState, field: string): string | undefined =>
  state?.errors.find((error) => error.field === field)?.message;
