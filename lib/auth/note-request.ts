import { channel, subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { newId } from "@/lib/shared/ids";
import { answerFaults } from "./answer-faults";
import { decideStatus, isOutage } from "./decide-outage";

export const PEER_HEADER = "x-komapo-peer";
export const REQUEST_ID_HEADER = "x-request-id";

const guarded = channel("komapo.guarded");
const failed = channel("komapo.outage");

/** Says that a guard of ours has seen the request: what goes wrong from here on is our own fault. */
export const noteGuarded = (requestId: string): void => guarded.publish(requestId);

/** Says which code the request's fault has: an outage is answered as one. */
export function noteFault(requestId: string, code: string | undefined): void {
  if (isOutage(code)) failed.publish(requestId);
}

type Notes = { reachedGuard: boolean; isOutage: boolean };

/**
 * Next hides the socket from pages and actions and believes an X-Forwarded-For that the client sent. So each request is given, before Next
 * sees it, two headers of ours: the peer's address and a request id. What a client sends under these names is overwritten.
 *
 * Gives what is kept of the requests that are open. A client may hang up before our guard runs: a note on a closed one is dropped, else
 * each would stay in memory for good.
 */
export function noteRequests(): ReadonlyMap<string, Notes> {
  const open = new Map<string, Notes>();
  const note = (requestId: unknown, seen: Partial<Notes>) => {
    const notes = open.get(String(requestId));
    if (notes) Object.assign(notes, seen);
  };
  guarded.subscribe((requestId) => note(requestId, { reachedGuard: true }));
  failed.subscribe((requestId) => note(requestId, { isOutage: true }));
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const number = newId();
    const notes: Notes = { reachedGuard: false, isOutage: false };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
    request.headers[REQUEST_ID_HEADER] = number;
    open.set(number, notes);
    response.once("close", () => open.delete(number));
    const statusOf = (status: number) => decideStatus(status, { method: request.method, ...notes });
    answerFaults(request, response, { number, statusOf });
  });
  return open;
}
