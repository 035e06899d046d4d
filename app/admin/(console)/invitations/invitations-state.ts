import type { FormState } from "@/lib/shared/form";

/** `made`: the codes of a new list, with its file; shown once. */
export type InvitationsState =
  | (NonNullable<FormState> & { made?: { label: string; codes: string[]; csv: string } })
  | null;
