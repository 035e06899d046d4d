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

/**
 * Next hides the socket from pages and actions and believes an X-Forwarded-For that the client sent. So each request is given, before Next
 * sees it, two headers of ours: the peer's address and a request id. What a client sends under these names is overwritten.
 */
export function noteRequests(): void {
  const seen = new Set<string>();
  const cutOff = new Set<string>();
  guarded.subscribe((requestId) => seen.add(String(requestId)));
  failed.subscribe((requestId) => cutOff.add(String(requestId)));
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const number = newId();
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
    request.headers[REQUEST_ID_HEADER] = number;
    response.once("close", () => {
      seen.delete(number);
      cutOff.delete(number);
    });
    const statusOf = (status: number) =>
      decideStatus(status, { method: request.method, reachedGuard: seen.has(number), isOutage: cutOff.has(number) });
    answerFaults(request, response, { number, statusOf });
  });
}
