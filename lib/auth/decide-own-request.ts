import { ok, type Result, refuse } from "@/lib/shared/result";

export type RequestKind = "read" | "write";

/**
 * Whether a request may be one of our own pages speaking. Whatever carries a body, an action or an Origin is taken for a write, and a write
 * must name exactly our origin: no Origin, `null`, another one or one that merely matches a forwarded host is `foreign_request`.
 */
export function decideOwnRequest(
  headers: Pick<Headers, "get" | "has">,
  appOrigin: string,
): Result<RequestKind, "foreign_request"> {
  const hasBody =
    headers.has("content-type") || headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
  if (!hasBody && !headers.has("next-action") && !headers.has("origin")) return ok("read");
  const site = headers.get("sec-fetch-site");
  if (headers.get("origin") !== appOrigin || site === "cross-site" || site === "same-site")
    return refuse("foreign_request");
  return ok("write");
}

/** A link on somebody else's page: it may lead to a page of ours, but never makes the person who follows it act. */
export const isCrossSite = (headers: Pick<Headers, "get">): boolean => headers.get("sec-fetch-site") === "cross-site";
