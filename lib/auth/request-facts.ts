import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { env } from "@/lib/env";
import { takeProcessAttempt } from "@/lib/limits/process-limit";
import { log } from "@/lib/log";
import { newId } from "@/lib/shared/ids";
import { decideClientAddress } from "./decide-client-address";
import { decideOwnRequest, type RequestKind } from "./decide-own-request";
import { noteGuarded, PEER_HEADER, REQUEST_ID_HEADER } from "./note-request";

export type RequestFacts = { kind: RequestKind; address: string; requestId: string };

/** From where a request comes; from here on what goes wrong with it is our own fault. */
function noteRequest(sent: Pick<Headers, "get">): { address: string; requestId: string } {
  const requestId = sent.get(REQUEST_ID_HEADER) ?? newId();
  noteGuarded(requestId);
  const address = decideClientAddress({
    peer: sent.get(PEER_HEADER),
    forwardedFor: sent.get("x-forwarded-for"),
    trustedHops: env.TRUSTED_PROXY_HOPS,
  });
  return { address, requestId };
}

/**
 * For the portal's API alone: another server speaks, with a signature of its own and without an Origin. No cookie may count in a route that
 * begins with this.
 */
export async function serverRequest(): Promise<Omit<RequestFacts, "kind">> {
  return noteRequest(await headers());
}

/**
 * Facts of the request under way, for every guard. A write that is not from our own pages ends here with 404;
 * one too many for this process ends on the page that says so.
 */
export async function ownRequest(): Promise<RequestFacts> {
  const sent = await headers();
  const { address, requestId } = noteRequest(sent);
  const own = decideOwnRequest(sent, env.APP_ORIGIN);
  if (!own.ok) {
    log.warn({ requestId, reason: own.reason }, "write refused");
    notFound();
  }
  if (own.value === "write" && !takeProcessAttempt()) redirect("/busy");
  return { kind: own.value, address, requestId };
}
