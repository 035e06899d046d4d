import type { Scope } from "@/lib/shared/scope";
import type { Permission, Role } from "./permissions";

/** A role that is held now; `sectionId` null: everywhere. */
export type Holding = { role: Role; sectionId: string | null };

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
