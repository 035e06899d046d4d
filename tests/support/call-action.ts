import { randomUUID } from "node:crypto";
import { type Answer, send } from "./raw-request";

/** What a form sends: names and values as typed. */
export type Fields = Record<string, string>;
/** An action's arguments as the browser has them: `form` where it takes a FormData, before it the state or bound values. */
export type Arguments = { before?: (string | null)[]; form?: Fields };

const CRLF = "\r\n";

/** The body that React's own client makes of the arguments: part `0` lists them, the form's parts are named `_1_…`. */
export function encodeArguments({ before = [], form }: Arguments): { contentType: string; body: string } {
  const boundary = `----${randomUUID()}`;
  const list = JSON.stringify([...before, ...(form ? ["$K1"] : [])]);
  const fields = [...Object.entries(form ?? {}).map(([name, value]) => [`_1_${name}`, value]), ["0", list]];
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}${CRLF}content-disposition: form-data; name="${name}"${CRLF}${CRLF}${value}${CRLF}`,
  );
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: `${parts.join("")}--${boundary}--${CRLF}` };
}

export type Call = { origin: string; path: string; id: string; headers: Record<string, string> };

/** Calls a server action as the browser's scripts do. `headers` hold cookie and origin. */
export function callAction({ origin, path, id, headers }: Call, given: Arguments): Promise<Answer> {
  const { contentType, body } = encodeArguments(given);
  return callWithBody({ origin, path, id, headers }, contentType, body);
}

/** The same with any body whatever. */
export function callWithBody(
  { origin, path, id, headers }: Call,
  contentType: string,
  body: Buffer | string,
): Promise<Answer> {
  const own = { "next-action": id, accept: "text/x-component", "content-type": contentType };
  return send(origin, path, { method: "POST", headers: { ...own, ...headers }, body });
}

/** Where an answer leads, whether it came from an action, a page or a route. */
export function leadsTo({ headers }: Answer): URL | undefined {
  const to = headers["x-action-redirect"]?.split(";")[0] ?? headers.location;
  return to ? new URL(to, "http://localhost") : undefined;
}
export const landing = (answer: Answer): string | undefined => leadsTo(answer)?.pathname;
