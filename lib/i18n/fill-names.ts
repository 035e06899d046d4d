import type { Settings } from "@/lib/settings/queries";

const tokens = {
  "%service%": "service_name",
  "%unit%": "unit_name",
  "%city%": "city_name",
  "%phone%": "contact_phone",
  "%hours%": "contact_hours",
} as const satisfies Record<string, keyof Settings>;

export type Names = Pick<Settings, (typeof tokens)[keyof typeof tokens]>;
type Tree = { [key: string]: string | Tree };

/** The city's own words in place of their tokens (`%unit%` …), in every sentence of a catalogue. */
export function fillNames<T extends object>(messages: T, names: Names): T {
  const say = (sentence: string) =>
    Object.entries(tokens).reduce((text, [token, key]) => text.replaceAll(token, () => names[key]), sentence);
  const fill = (branch: Tree): Tree =>
    Object.fromEntries(
      Object.entries(branch).map(([key, value]) => [key, typeof value === "string" ? say(value) : fill(value)]),
    );
  return fill(messages as Tree) as T;
}
