import type { LegalVersions } from "@/lib/legal/input";
import { ok, type Result, refuse } from "@/lib/shared/result";

export type ConsentRefusal = "texts_changed";

/** Nobody agrees to what they were not shown: a text may change while its page is open. */
export function decideConsent(seen: LegalVersions, newest: LegalVersions): Result<null, ConsentRefusal> {
  const isNewest = seen.terms === newest.terms && seen.privacy === newest.privacy;
  return isNewest ? ok(null) : refuse("texts_changed");
}
