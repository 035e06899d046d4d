import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { newId } from "@/lib/shared/ids";

export const PEER_HEADER = "x-komapo-peer";
export const REQUEST_ID_HEADER = "x-request-id";

/**
 * Next hides the socket from pages and actions and believes an X-Forwarded-For that the client sent. So each request is given, before Next
 * sees it, two headers of ours: the peer's address and a request id. What a client sends under these names is overwritten.
 */
export function noteRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
    request.headers[REQUEST_ID_HEADER] = newId();
  });
}
