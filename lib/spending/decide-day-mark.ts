/** How many icons, first words and second words there are to choose from; the catalogue has a word for each. */
export const markSizes = { icon: 8, first: 24, second: 24 } as const;

export type DayMark = { icon: number; first: number; second: number };

/** Picks icon and words from a keyed digest of shop and day: the same for every customer of that day, unknown the day before. */
export function decideDayMark(digest: Uint8Array): DayMark {
  const pick = (byte: number, size: number) => (digest[byte] ?? 0) % size;
  return { icon: pick(0, markSizes.icon), first: pick(1, markSizes.first), second: pick(2, markSizes.second) };
}
