import "server-only";
import type { ProviderRefusal } from "./decide-provider-answer";
import type { Intent } from "./provider-intent";
import { sealResume } from "./resume";

/** Where a sign-in that came to nothing ends: on the page that says why; a silent one on its target, signed out. */
export function refusedAt({ mode, resumeTo, silent }: Omit<Intent, "state" | "key">, why: ProviderRefusal): string {
  if (silent) return resumeTo ?? "/";
  const to = resumeTo && sealResume(resumeTo);
  return `/sign-in/provider?${new URLSearchParams({ why, mode, ...(to && { to }) })}`;
}
