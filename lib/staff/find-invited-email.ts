import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { approvals } from "@/db/schema";
import { env } from "@/lib/env";
import type { Scope } from "@/lib/shared/scope";
import { unseal } from "@/lib/shared/seal";
import { NewcomerPayload } from "./input";

/**
 * The address that a draft invites, for whoever may decide it: a second person who could not see it would let in a second mailbox of the first.
 * Told while the draft is open; with its end the address is gone from it. `scope`: where the reader holds `staff.approve`; elsewhere there is no such draft. The address stands in neither effect nor audit.
 */
export async function findInvitedEmail(approvalId: string, scope: Scope | undefined): Promise<string | undefined> {
  if (scope !== "everywhere") return undefined;
  const [draft] = await db
    .select({ payload: approvals.payload })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), eq(approvals.kind, "invite_staff"), eq(approvals.state, "pending")));
  if (!draft) return undefined;
  const { emailSealed } = NewcomerPayload.parse(draft.payload);
  return unseal(env.FIELD_KEYS, Buffer.from(emailSealed, "base64"));
}
