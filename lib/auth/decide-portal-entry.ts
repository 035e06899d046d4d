import { decideResume } from "./decide-resume";

/** The portal's two doors, and what each opens. */
const doors: Record<string, string> = { earn: "/scan", use: "/shops" };

/** Where a door leads; undefined: there is no such door. */
export const decideDoor = (door: string): string | undefined => (Object.hasOwn(doors, door) ? doors[door] : undefined);

/** Whether a page was opened by a link that says whence, or in which language: /m/open remembers both and leads back without them. */
export const isNamedEntry = ({ from, lang }: { from?: unknown; lang?: unknown }): boolean =>
  from === "portal" || typeof lang === "string";

export type EntryFacts = {
  isFromPortal: boolean;
  hasPortal: boolean;
  isSignedIn: boolean;
  /** A silent sign-in was tried a moment ago, and came to nothing. */
  hasTried: boolean;
};

/** The portal is asked once a visit, and never for somebody who is signed in here: whatever it answers, the target comes next. */
export const mayTrySilently = ({ isFromPortal, hasPortal, isSignedIn, hasTried }: EntryFacts): boolean =>
  isFromPortal && hasPortal && !isSignedIn && !hasTried;

const kinds = new Set(["iframe", "frame", "embed", "object", "fencedframe"]);

/** Whether the browser says that it shows the page inside another one. */
export const isFramed = (headers: Pick<Headers, "get">): boolean => kinds.has(headers.get("sec-fetch-dest") ?? "");

/** The address that a framed page is opened at on its own: a listed path with whence and language, or home. */
export function decideTopAddress(address: string | null | undefined): string {
  const [path = "", search = ""] = (address ?? "").split("?");
  const isOpen = /^\/(m\/earn|m\/use|terms|privacy)?$/.test(path);
  if (!isOpen && !decideResume(path)) return "/";
  const asked = new URLSearchParams(search);
  const kept = new URLSearchParams();
  if (asked.get("from") === "portal") kept.set("from", "portal");
  if (/^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(asked.get("lang") ?? "")) kept.set("lang", asked.get("lang") ?? "");
  return kept.size > 0 ? `${path}?${kept}` : path;
}
