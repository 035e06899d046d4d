const MASK = "\uff0a";
const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * 山田太郎 becomes 山＊太郎: enough to tell apart whom a search found, too little to know the person by. The mask is one sign however long the
 * family name is, and one of a single letter is all mask. Null where no name is known.
 */
export function decideMaskedName(family: string | null, given: string | null): string | null {
  if (family === null || given === null) return null;
  const [first = "", ...rest] = [...letters.segment(family)].map(({ segment }) => segment);
  return `${rest.length > 0 ? first : ""}${MASK}${given}`;
}
