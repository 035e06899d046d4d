/** Where somebody may do something: everywhere, or in these sections (課) and groups (団体), by id. */
export type Scope = "everywhere" | readonly string[];

/** Whether something of this section lies within the scope; null belongs to the whole city. */
export function isWithin(scope: Scope, sectionId: string | null): boolean {
  return scope === "everywhere" || (sectionId !== null && scope.includes(sectionId));
}
