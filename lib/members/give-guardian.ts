import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { cityDay } from "@/lib/shared/city-time";
import { ok, type Result } from "@/lib/shared/result";
import { decideGuardian, type GuardianRefusal } from "./decide-guardian";
import { insertProxy } from "./open-proxy";

type Child = { id: string; bornOn: string; guardianNumber: string | undefined };

/**
 * Lets the guardian who signs a child up act for them, in the sign-up's own transaction; where no number was given, nothing is done.
 * Refuses what `decideGuardian` refuses.
 */
export async function giveGuardian(
  tx: Transaction,
  { id, bornOn, guardianNumber }: Child,
  actor: StaffActor,
  at: Date,
): Promise<Result<null, GuardianRefusal>> {
  if (!guardianNumber) return ok(null);
  const [guardian] = await tx
    .select({
      memberId: members.id,
      state: members.state,
      isOwn: sql<boolean>`is_own_member(${actor.staffId}::uuid, ${members.id})`,
    })
    .from(members)
    .where(eq(members.number, guardianNumber));
  const decided = decideGuardian(guardian, { bornOn, today: cityDay(at) });
  if (!decided.ok) return decided;
  const { agentId, endsOn } = decided.value;
  const terms = { relation: "guardian", consent: "guardian_of_minor", scopes: ["view", "earn", "spend"] } as const;
  await insertProxy(tx, { ...terms, scopes: [...terms.scopes], endsOn, principalId: id, agentId }, actor, at);
  return ok(null);
}
