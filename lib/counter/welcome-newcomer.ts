import { db } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result } from "@/lib/shared/result";
import { decideNewcomer } from "./decide-person";
import { findPerson } from "./find-person";
import { insertVisit } from "./insert-visit";

/**
 * Opens the visit of somebody whom this member of staff has just signed up; the sign-up is the act, so there is no row besides its own.
 * Refuses `unknown_member` to anybody else, however the id was come by.
 */
export async function welcomeNewcomer(
  memberId: string,
  sessionId: string,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ visitId: string }, "unknown_member">> {
  const decided = decideNewcomer(await findPerson(db, memberId), actor.staffId, at);
  const act = { act: "open_visit", targetKind: "member", targetId: memberId } as const;
  if (!decided.ok) return recordDenied(decided, actor, act, at);
  const visit = { memberId, foundBy: "sign_up", staffId: actor.staffId, sessionId } as const;
  return ok({ visitId: await db.transaction((tx) => insertVisit(tx, visit)) });
}
