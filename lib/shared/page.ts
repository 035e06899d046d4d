/** One page of a list by key: `next` is the key to go on after, null on the last page. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** Rows on a page of a staff list. */
export const PAGE_SIZE = 30;

/** Makes a page of `size` rows out of `size + 1` that were asked for. `keyOf` names a row by what the list is ordered by. */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? keyOf(last).join("~") : null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);
export const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);
export const isText = (text: string): boolean => /^\P{Cc}+$/u.test(text);

/** The parts of a key out of an address, each checked; undefined where one is wrong, so that the list starts at its beginning. */
export function readKey(key: string | undefined, checks: readonly ((part: string) => boolean)[]): string[] | undefined {
  const parts = key?.split("~") ?? [];
  const isWhole = parts.length === checks.length && checks.every((check, at) => check(parts[at] ?? ""));
  return isWhole ? parts : undefined;
}
