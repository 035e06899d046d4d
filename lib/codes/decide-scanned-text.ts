import { ok, type Result, refuse } from "@/lib/shared/result";

/** `e`: an activity's code, earns; `s`: a shop's code, spends; `c`: a member's card, says what it is. The token is 128 bits in base64url. */
const OWN_PATH = /^\/[ecs]\/[A-Za-z0-9_-]{22}$/;

/** Whether this may be what our codes' addresses end in; anything else need not be looked for. */
export const isToken = (text: string): boolean => OWN_PATH.test(`/e/${text}`);

export type CodePath = `/${"c" | "e" | "s"}/${string}`;
export type ScanRefusal = "foreign_site" | "not_a_code";

/**
 * What a QR said: the path to follow when it is exactly one of our own codes. The text is compared, not parsed, so that no
 * look-alike host, port, user part, scheme or encoding can pass for ours. Another address is `foreign_site`, else `not_a_code`.
 */
export function decideScannedText(text: string, origin: string): Result<CodePath, ScanRefusal> {
  const read = text.trim();
  const path = read.startsWith(origin) ? read.slice(origin.length) : "";
  if (OWN_PATH.test(path)) return ok(path as CodePath);
  return refuse(/^https?:/i.test(read) ? "foreign_site" : "not_a_code");
}
