import "server-only";
import { createHash } from "node:crypto";

/** Whether a client holds this very answer (RFC 9110 13.1.2): a list of tags, weak or not, or any. */
const holds = (ifNoneMatch: string | null, tag: string): boolean =>
  ifNoneMatch !== null &&
  (ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((held) => held.trim().replace(/^W\//, "") === tag));

/** A JSON answer with its ETag; 304 for whoever holds it already. */
export function tagged(value: unknown, ifNoneMatch: string | null, headers: Record<string, string>): Response {
  const body = JSON.stringify(value);
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const own = { ...headers, ETag: tag };
  if (holds(ifNoneMatch, tag)) return new Response(null, { status: 304, headers: own });
  return new Response(body, { headers: { ...own, "Content-Type": "application/json" } });
}
