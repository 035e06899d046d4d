import type { Route } from "next";
import type { UsageQuery } from "@/lib/usage/input";

/** The address of a report: what is asked for now, with what changes; nothing empty stays in it. */
export function reportAddress<Path extends "/admin/usage" | "/admin/usage/csv">(
  path: Path,
  asked: UsageQuery,
  changes: Partial<UsageQuery> = {},
): Route {
  const parts = Object.entries({ ...asked, after: undefined, ...changes }).filter(([, value]) => value);
  return `${path}?${new URLSearchParams(parts as [string, string][])}` as Route;
}
