import { db } from "@/db/client";
import type { LegalVersions } from "@/lib/legal/input";
import { findNewestVersions } from "@/lib/legal/queries";
import type { Result } from "@/lib/shared/result";
import { type ConsentRefusal, decideConsent } from "./decide-consent";
import { recordConsents } from "./record-consents";

/** Keeps that a member agrees to the texts that changed. A second time changes nothing. Refuses `texts_changed`: they changed again meanwhile. */
export function renewConsent(
  { memberId, seen }: { memberId: string; seen: LegalVersions },
  at: Date,
): Promise<Result<null, ConsentRefusal>> {
  return db.transaction(async (tx) => {
    const decided = decideConsent(seen, await findNewestVersions(tx));
    if (decided.ok) await recordConsents(tx, { memberId, versions: seen, actor: `member:${memberId}` }, at);
    return decided;
  });
}
