import { leadsTo } from "./call-action";
import type { Answer } from "./raw-request";
import { readRows } from "./read-rows";

/** Next says 404 in the status, or, where the page's frame was already on its way, in the error that its client is handed. */
const NOT_FOUND = 'E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"}';
export const isNotFound = ({ status, body }: Answer): boolean => status === 404 || body.includes(NOT_FOUND);

/** What an answer can be read as; anything else is told as it is, and is no row's word. */
export type Reading = "asks_citizen" | "asks_staff" | "denied" | "refused" | "answers";

const doors: Record<string, Reading> = {
  "/sign-in": "asks_citizen",
  "/admin/sign-in": "asks_staff",
  "/admin/denied": "denied",
};
/** Pages to which an action leads to say no, and the word of the address by which they do. */
const refusals: Record<string, string[]> = {
  "/admin/counter": ["ended"],
  "/me/proxies": ["gone", "denied", "own"],
  "/sign-in/provider": ["why"],
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What the action gave back: row 0 of React's wire names the row of it. */
function givenBack(body: string): { value: unknown } | undefined {
  const rows = readRows(body);
  const text = rows.get(/^\{"a":"\$@(\w+)"/.exec(rows.get("0") ?? "")?.[1] ?? "");
  try {
    return text === undefined ? undefined : { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/**
 * A form's state says no by an error or a warning; a question, by not being asked; a sign of life, by `false`; who pressed too often is told so in a
 * sentence and nothing else. A picture is what was asked for. Whatever has another shape has to be given its sense here first.
 */
function readValue(value: unknown): Reading | undefined {
  if (typeof value === "boolean") return value ? "answers" : "refused";
  if (typeof value === "number" || value === "$undefined" || value === null) return "answers";
  if (!isObject(value)) return undefined;
  if (typeof value.ok === "boolean") return value.ok ? "answers" : "refused";
  if (typeof value.viewBox === "string") return "answers";
  if (Object.keys(value).sort().join() === "text,title") return "refused";
  if (!isObject(value.values) || !Array.isArray(value.errors)) return undefined;
  const kind = isObject(value.notice) ? value.notice.kind : undefined;
  return value.errors.length > 0 || kind === "error" || kind === "warning" ? "refused" : "answers";
}

/** What the answer to an action says, by nothing but itself: whoever asked, and whatever was expected. */
export function readAnswer(answer: Answer): Reading | string {
  if (answer.status >= 500 || answer.headers["x-nextjs-action-not-found"]) return `no action: ${answer.status}`;
  const to = leadsTo(answer);
  const door = to && doors[to.pathname];
  if (door) return door;
  if (answer.status >= 400 || isNotFound(answer)) return "refused";
  if (to) return refusals[to.pathname]?.some((word) => to.searchParams.has(word)) ? "refused" : "answers";
  const given = givenBack(answer.body);
  return (given && readValue(given.value)) ?? `unreadable: ${answer.status} ${answer.body.slice(0, 200)}`;
}
