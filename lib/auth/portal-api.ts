import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { peekRead, takeRead } from "@/lib/limits/memory-limit";
import { type BearerRefusal, verifyBearer } from "@/lib/providers/verify-token";
import { indexSubject } from "@/lib/shared/index-subject";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findSummaryMember } from "@/lib/summary/queries";
import { problem } from "./problem";
import { serverRequest } from "./request-facts";

export type PortalMember = { memberId: string; accountId: number };
type Refused = { ok: false; response: Response };

const challenge = (error?: string) => ({
  "WWW-Authenticate": error ? `Bearer realm="portal", error="${error}"` : 'Bearer realm="portal"',
});

const refusals: Record<BearerRefusal | "token_missing" | "unknown_member", () => Response> = {
  token_missing: () => problem(401, "token_missing", challenge()),
  token_invalid: () => problem(401, "token_invalid", challenge("invalid_token")),
  scope_missing: () => problem(403, "scope_missing", challenge("insufficient_scope")),
  issuer_down: () => problem(503, "issuer_down", { "Retry-After": "10" }),
  unknown_member: () => problem(404, "unknown_member"),
};

const tooMany = (seconds: number) => problem(429, "too_many_requests", { "Retry-After": String(seconds) });

async function findBearer(): Promise<Result<PortalMember, keyof typeof refusals>> {
  const sent = (await headers()).get("authorization") ?? "";
  const token = /^Bearer ([\w.~+/=-]{1,8000})$/i.exec(sent)?.[1];
  if (!token) return refuse("token_missing");
  const bearer = await verifyBearer(token);
  if (!bearer.ok) return bearer;
  const { issuer, subject } = bearer.value;
  const found = await findSummaryMember(issuer, indexSubject(env.INDEX_KEY, issuer, subject));
  return found ? ok(found) : refuse("unknown_member");
}

/**
 * First line of a route of the portal's API: the member for whom the portal's access token stands. No cookie counts, and one member's reads
 * are limited, as are refused tokens from one address; the portal's own address is not, since all members come from it.
 */
export async function requirePortalMember(): Promise<{ ok: true; member: PortalMember } | Refused> {
  const { address } = await serverRequest();
  const mayTry = await peekRead("portal_refused", address);
  if (!mayTry.ok) return { ok: false, response: tooMany(mayTry.retryAfterSeconds) };
  const bearer = await findBearer();
  if (!bearer.ok) {
    if (bearer.reason !== "unknown_member" && bearer.reason !== "issuer_down")
      await takeRead("portal_refused", address);
    return { ok: false, response: refusals[bearer.reason]() };
  }
  const allowed = await takeRead("portal_summary", bearer.value.memberId);
  if (!allowed.ok) return { ok: false, response: tooMany(allowed.retryAfterSeconds) };
  return { ok: true, member: bearer.value };
}
