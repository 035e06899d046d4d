import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { approvals } from "@/db/schema";
import { env } from "@/lib/env";
import type { Scope } from "@/lib/shared/scope";
import { canUnseal, unseal } from "@/lib/shared/seal";
import { NewcomerPayload } from "./input";

/**
 * The address that a draft invites, for whoever may decide it: a second person who could not see it would let in a second mailbox of the first.
 * `scope`: where the reader holds `staff.approve`; elsewhere there is no such draft. The address stands in neither effect nor audit.
 */
export async function findInvitedEmail(approvalId: string, scope: Scope | undefined): Promise<string | undefined> {
  if (scope !== "everywhere") return undefined;
  const [draft] = await db
    .select({ payload: approvals.payload })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), eq(approvals.kind, "invite_staff")));
  if (!draft) return undefined;
  const { emailSealed } = NewcomerPayload.parse(draft.payload);
  const sealed = Buffer.from(emailSealed, "base64");
  // A draft never changes, so its key goes with it: of one that ended long ago the address is not told any more.
  return canUnseal(env.FIELD_KEYS, sealed) ? unseal(env.FIELD_KEYS, sealed) : undefined;
}
