/** The locale that an address or a cookie asks for, if there is one of that name (`ja`, `ja-JP`); undefined: stay with the usual one. */
export function decideLocale<L extends string>(asked: string | undefined, known: readonly L[]): L | undefined {
  const language = asked?.toLowerCase().split("-")[0];
  return known.find((locale) => locale === language);
}
