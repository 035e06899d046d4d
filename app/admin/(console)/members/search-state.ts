import type { FormState } from "@/lib/shared/form";

/** A member of the list, in words. */
export type FoundMember = { memberId: string; number: string; name: string; joined: string; hasCard: boolean };

/** What a search answers: the state of its form, and one page of who was found. */
export type SearchState =
  | (NonNullable<FormState> & { found?: { rows: readonly FoundMember[]; next: string | null } })
  | null;
