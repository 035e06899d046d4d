/** One field of a record as it was and as it is; undefined where it is not told. */
export type Difference = { field: string; before: unknown; after: unknown };

const fieldsOf = (told: unknown): Record<string, unknown> =>
  typeof told === "object" && told !== null && !Array.isArray(told) ? (told as Record<string, unknown>) : {};

/** Before and after side by side, field by field: first what was known before, then what came anew. */
export function decideDifference(before: unknown, after: unknown): Difference[] {
  const [old, young] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  return fields.map((field) => ({ field, before: old[field], after: young[field] }));
}
