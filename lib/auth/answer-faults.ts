import type { IncomingMessage, ServerResponse } from "node:http";
import { calmPage } from "./calm-page";

/** Seconds after which to come back. */
const RETRY_AFTER = "10";

/** A document asked for by a browser: no action, and no piece of a page that Next's own script puts in. */
const wantsPage = ({ headers }: IncomingMessage): boolean =>
  Boolean(headers.accept?.includes("text/html")) && !headers["next-action"] && !headers.rsc;

function describeCalmPage(response: ServerResponse, page: Buffer): void {
  for (const name of ["content-encoding", "etag", "transfer-encoding"]) response.removeHeader(name);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Length", page.length);
  response.setHeader("Cache-Control", "no-store");
}

/**
 * The last word on an answer that failed, whoever wrote it: its status is what `statusOf` says, 503 says when to come back, and a browser that
 * asked for a page is given the calm one in place of Next's, which is empty without scripts.
 */
export function answerFaults(
  request: IncomingMessage,
  response: ServerResponse,
  { number, statusOf }: { number: string; statusOf: (status: number) => number },
): void {
  const { write, end, writeHead } = response;
  let calm: Buffer | undefined;
  const settle = (): Buffer | undefined => {
    if (calm || response.headersSent) return calm;
    response.statusCode = statusOf(response.statusCode);
    if (response.statusCode === 503) response.setHeader("Retry-After", RETRY_AFTER);
    if (response.statusCode < 500 || !wantsPage(request)) return undefined;
    calm = Buffer.from(calmPage(response.statusCode, number));
    describeCalmPage(response, calm);
    return calm;
  };
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (!calm) response.statusCode = status;
    return settle()
      ? Reflect.apply(writeHead, response, [response.statusCode])
      : Reflect.apply(writeHead, response, [response.statusCode, ...rest]);
  };
  response.write = (...sent: unknown[]) => {
    if (!settle()) return Reflect.apply(write, response, sent);
    const done = sent.at(-1);
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
  response.end = (...sent: unknown[]) => {
    const page = settle();
    if (!page) return Reflect.apply(end, response, sent);
    const done = sent.at(-1);
    return Reflect.apply(end, response, typeof done === "function" ? [page, done] : [page]);
  };
}
