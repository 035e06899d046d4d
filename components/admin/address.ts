import type { Route } from "next";

/** What a page's address may carry after its path. */
export type Sent = Promise<Record<string, string | string[] | undefined>>;

/** The first value of each name, so that a repeated name is no surprise. */
export async function readSent(sent: Sent): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(await sent).map(([name, value]) => [name, [value].flat()[0]]));
}

/** A path with what narrows its list; what is undefined is left out. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): Route {
  const parts = Object.entries(query).filter((part): part is [string, string] => Boolean(part[1]));
  return (parts.length ? `${path}?${new URLSearchParams(parts)}` : path) as Route;
}
