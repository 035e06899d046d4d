import type { Permission, Role } from "./permissions";

/** A role that is held now; `sectionId` null: everywhere. */
export type Holding = { role: Role; sectionId: string | null };

/** Where somebody may do something: everywhere, or in these sections. */
export type Scope = "everywhere" | readonly string[];

/** Where these holdings allow `permission`, by the table given; undefined: nowhere. */
export function decidePermission(
  table: Record<Permission, readonly Role[]>,
  holdings: readonly Holding[],
  permission: Permission,
): Scope | undefined {
  const allowing = holdings.filter(({ role }) => table[permission].includes(role));
  if (allowing.length === 0) return undefined;
  const sections = allowing.map(({ sectionId }) => sectionId);
  return sections.includes(null) ? "everywhere" : [...new Set(sections.filter((id) => id !== null))];
}

/** Whether something of this section lies within the scope; null belongs to the whole city. */
export function isWithin(scope: Scope, sectionId: string | null): boolean {
  return scope === "everywhere" || (sectionId !== null && scope.includes(sectionId));
}
