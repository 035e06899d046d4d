import type { Effect } from "@/db/schema/approvals";
import type { Holding } from "./decide-permission";
import type { RoleChange } from "./decide-staff";
import type { Role } from "./permissions";

/** The second person's words: `place` names a section by its id, null: everywhere. */
export type StaffWords = {
  person: string;
  section: string;
  role: string;
  state: string;
  enabled: string;
  disabled: string;
  factors: string;
  factorsGone: string;
  roles: Record<Role, string>;
  place: (sectionId: string | null) => string;
};

const holdingWords = (words: StaffWords, { role, sectionId }: Holding) =>
  `${words.roles[role]}（${words.place(sectionId)}）`;

/** What a change of roles does, one line for each role that ends or begins. */
export function effectOfRoles(words: StaffWords, name: string, { added, ended }: RoleChange): Effect {
  return {
    lines: [
      { label: words.person, before: name, after: name },
      ...ended.map((held) => ({ label: words.role, before: holdingWords(words, held), after: null })),
      ...added.map((held) => ({ label: words.role, before: null, after: holdingWords(words, held) })),
    ],
    people: 1,
  };
}

type Newcomer = { name: string; sectionId: string; holdings: readonly Holding[] };

/** What an invitation does. */
export function effectOfInvitation(words: StaffWords, { name, sectionId, holdings }: Newcomer): Effect {
  return {
    lines: [
      { label: words.person, before: null, after: name },
      { label: words.section, before: null, after: words.place(sectionId) },
      ...holdings.map((held) => ({ label: words.role, before: null, after: holdingWords(words, held) })),
    ],
    people: 1,
  };
}

/** What letting a person in again does. */
export const effectOfEnabling = (words: StaffWords, name: string): Effect => ({
  lines: [
    { label: words.person, before: name, after: name },
    { label: words.state, before: words.disabled, after: words.enabled },
  ],
  people: 1,
});

/** What a recovery does: the factors of before go when the new one is enrolled, the sessions at once. */
export const effectOfRecovery = (words: StaffWords, name: string): Effect => ({
  lines: [
    { label: words.person, before: name, after: name },
    { label: words.factors, before: null, after: words.factorsGone },
  ],
  people: 1,
});
