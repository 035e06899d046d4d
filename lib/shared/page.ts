/** One page of a list by key: `next` is the key to go on after, null on the last page. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** Rows on a page of a staff list. */
export const PAGE_SIZE = 30;

/** What stands between a key's parts, what escapes, and what an address or a form field does not carry unchanged. */
const APART = /[~%\p{Cc}]/gu;
const writePart = (part: string | number): string =>
  String(part).replace(APART, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
const readPart = (part: string): string =>
  part.replace(/%([\da-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A row's key for an address: its parts, whatever text they are, as `readKey` gives them back. */
export const writeKey = (parts: readonly (string | number)[]): string => parts.map(writePart).join("~");

/** Makes a page of `size` rows out of `size + 1` that were asked for. `keyOf` names a row by what the list is ordered by. */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? writeKey(keyOf(last)) : null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);
/** Within a bigint, and as microseconds within a timestamptz: what is further out fails in SQL. */
export const isNumber = (text: string): boolean => /^\d{1,18}$/.test(text);
/** Any text that a column can hold. */
export const isText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** The parts of a key out of an address, each checked; undefined where one is wrong, so that the list starts at its beginning. */
export function readKey(key: string | undefined, checks: readonly ((part: string) => boolean)[]): string[] | undefined {
  const parts = key?.split("~").map(readPart) ?? [];
  const isWhole = parts.length === checks.length && checks.every((check, at) => check(parts[at] ?? ""));
  return isWhole ? parts : undefined;
}
