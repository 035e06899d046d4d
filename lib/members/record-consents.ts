import type { Transaction } from "@/db/client";
import { memberConsents } from "@/db/schema";
import type { LegalVersions } from "@/lib/legal/input";
import { recordMemberEvent } from "./record-event";

/** Keeps that the member agreed to these versions, in the act's transaction; what was agreed to before stays as it was. `actor`: `member:<uuid>` or `staff:<uuid>`. */
export async function recordConsents(
  tx: Transaction,
  { memberId, versions, actor }: { memberId: string; versions: LegalVersions; actor: string },
  at: Date,
): Promise<void> {
  const rows = Object.entries(versions).map(([kind, version]) => ({ memberId, kind, version, agreedAt: at, actor }));
  const written = await tx.insert(memberConsents).values(rows).onConflictDoNothing().returning();
  if (written.length > 0) await recordMemberEvent(tx, { memberId, kind: "consented", actor, detail: versions }, at);
}
