/** A long text, told by its length in bytes and ended by no line: what follows stands right behind it. */
const LONG_TEXT = /^T([0-9a-f]+),/;

/** The rows of React's wire by their ids. What a long text holds, that looks like a row, is none. */
export function readRows(body: string): Map<string, string> {
  const bytes = Buffer.from(body);
  const rows = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(":", at);
    if (colon < 0) break;
    const long = LONG_TEXT.exec(bytes.toString("latin1", colon + 1, colon + 16));
    const start = colon + 1 + (long?.[0].length ?? 0);
    const line = bytes.indexOf("\n", start);
    const end = long ? start + Number.parseInt(long[1] ?? "", 16) : line < 0 ? bytes.length : line;
    rows.set(bytes.toString("utf8", at, colon), bytes.toString("utf8", start, end));
    at = long ? end : end + 1;
  }
  return rows;
}
