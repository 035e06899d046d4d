import type { Route } from "next";

/** A second factor that was shown within five minutes is fresh. */
const FRESH_MS = 5 * 60 * 1000;

export const isFresh = (provenAt: Date, at: Date): boolean => at.getTime() - provenAt.getTime() < FRESH_MS;

const id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const listed = new RegExp(`^/admin/(me|staff|approvals|audit|settings|go-live)(/(${id}|[a-z][a-z-]{1,30})){0,4}$`);
/** The export keeps what its list was narrowed to. */
const filtered = /^\/admin\/audit\/export\?[\w=&.-]{1,400}$/;

/** Where step-up may lead on to: the console's pages about people, approvals and the trail. Anything else leads to the console's first page. */
export const decideFreshPath = (to: string | null | undefined): Route =>
  to && (listed.test(to) || filtered.test(to)) ? (to as Route) : "/admin";
