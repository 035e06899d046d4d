import { channel, subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { newId } from "@/lib/shared/ids";

export const PEER_HEADER = "x-komapo-peer";
export const REQUEST_ID_HEADER = "x-request-id";

const guarded = channel("komapo.guarded");

/** Says that a guard of ours has seen the request: what goes wrong from here on is our own fault. */
export const noteGuarded = (requestId: string): void => guarded.publish(requestId);

/**
 * A POST that fails before it reaches a guard of ours has a body that Next cannot read. Next takes that for a fault of the server and says 500;
 * it is the sender's, and the answer says 400.
 */
function blameSender(response: ServerResponse, seen: ReadonlySet<string>, requestId: string): void {
  const write = response.writeHead;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    Reflect.apply(write, response, [status === 500 && !seen.has(requestId) ? 400 : status, ...rest]);
}

/**
 * Next hides the socket from pages and actions and believes an X-Forwarded-For that the client sent. So each request is given, before Next
 * sees it, two headers of ours: the peer's address and a request id. What a client sends under these names is overwritten.
 */
export function noteRequests(): void {
  const seen = new Set<string>();
  guarded.subscribe((requestId) => seen.add(String(requestId)));
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const requestId = newId();
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
    request.headers[REQUEST_ID_HEADER] = requestId;
    response.once("close", () => seen.delete(requestId));
    if (request.method === "POST") blameSender(response, seen, requestId);
  });
}
