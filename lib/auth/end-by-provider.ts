import "server-only";
import { env } from "@/lib/env";
import { takeRead } from "@/lib/limits/memory-limit";
import { endProviderSessions } from "@/lib/members/end-provider-sessions";
import { verifyLogout } from "@/lib/providers/verify-token";
import { indexSubject } from "@/lib/shared/index-subject";
import { problem } from "./problem";
import { serverRequest } from "./request-facts";

/** Bytes of a request's body that are read at most. */
const LONGEST = 16_000;

/** A body's text; of one that is too long, or that never ends and names no length, nothing is kept. */
async function readBody(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > LONGEST) return "";
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function readToken(request: Request): Promise<string | undefined> {
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (!isForm || Number(request.headers.get("content-length") ?? 0) > LONGEST) return undefined;
  const body = await readBody(request.body);
  return new URLSearchParams(body).get("logout_token") || undefined;
}

/**
 * OIDC Back-Channel Logout 1.0: a provider's server tells that somebody signed out there. What counts is its signature, not where the request
 * is from, so that this is the one write that needs no Origin; it can end sessions and do nothing else.
 */
export async function endByProvider(request: Request, at: Date): Promise<Response> {
  const { address } = await serverRequest();
  const allowed = await takeRead("portal_logout", address);
  if (!allowed.ok) return problem(429, "too_many_requests", { "Retry-After": String(allowed.retryAfterSeconds) });
  const token = await readToken(request);
  if (!token) return problem(400, "invalid_request");
  const logout = await verifyLogout(token);
  if (!logout.ok && logout.reason === "issuer_down") return problem(503, "issuer_down", { "Retry-After": "10" });
  if (!logout.ok) return problem(400, "invalid_request");
  const { provider, jti, sub, sid } = logout.value;
  const subjectIndex = sub === undefined ? undefined : indexSubject(env.INDEX_KEY, provider.issuer, sub);
  await endProviderSessions({ issuer: provider.issuer, provider: provider.key, jti, subjectIndex, sid }, at);
  return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
}
