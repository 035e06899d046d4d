import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result } from "@/lib/shared/result";
import { decidePerson, type PersonRefusal } from "./decide-person";
import { findPerson } from "./find-person";
import type { VisitInput } from "./input";
import { insertVisit } from "./insert-visit";

/** Why personal data opens at the counter; a word of `purposes` in lib/members/input.ts. */
const PURPOSE = "counter_request";

/**
 * Opens a member's visit in a staff session, once they have said a second thing about themselves: one act, with its purpose. The session's
 * former visit ends. Refuses `unknown_member`, `wrong_answer`, `other_question`.
 */
export async function openVisit(
  { memberId, foundBy, question, answer }: VisitInput,
  sessionId: string,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ visitId: string }, PersonRefusal>> {
  const after = { foundBy, question };
  const act = { act: "open_visit", targetKind: "member", targetId: memberId, purpose: PURPOSE, after } as const;
  const decided = decidePerson(await findPerson(db, memberId), { foundBy, question, answer });
  if (!decided.ok) return recordDenied(decided, actor, act, at);
  return db.transaction(async (tx) => {
    const visitId = await insertVisit(tx, { memberId, foundBy, staffId: actor.staffId, sessionId });
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return ok({ visitId });
  });
}
