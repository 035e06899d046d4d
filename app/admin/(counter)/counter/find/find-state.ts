import type { FoundBy, Question } from "@/lib/counter/input";
import type { FormState } from "@/lib/shared/form";

/** Somebody whom a search found, masked, with what they are to be asked. */
export type FoundPerson = { memberId: string; name: string | null; number: string; joined: string; question: Question };

export type FindState =
  | (NonNullable<FormState> & {
      found?: { by: Exclude<FoundBy, "sign_up">; people: FoundPerson[]; hasMore: boolean };
    })
  | null;
