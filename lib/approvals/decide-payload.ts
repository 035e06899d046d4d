/** What an act needs to be executed: plain values only, so that it is the same after a stay in the database. */
export type PayloadValue =
  | string
  | number
  | boolean
  | null
  | readonly PayloadValue[]
  | { [name: string]: PayloadValue };
export type Payload = { [name: string]: PayloadValue };

/** One text for one payload, whatever the order in which its names were written. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const named = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${named.map(([name, held]) => `${JSON.stringify(name)}:${canonicalText(held)}`).join(",")}}`;
}
