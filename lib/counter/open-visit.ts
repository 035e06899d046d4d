import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { keepAttempt, returnAttempt, takeAttempt } from "@/lib/limits/limits";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decidePerson, type PersonRefusal } from "./decide-person";
import { findPerson } from "./find-person";
import type { VisitInput } from "./input";
import { insertVisit } from "./insert-visit";

/** Why personal data opens at the counter; a word of `purposes` in lib/members/input.ts. */
const PURPOSE = "counter_request";

/**
 * Opens a member's visit in a staff session, once they have said a second thing about themselves: one act, with its purpose. The session's
 * former visit ends. Refuses `unknown_member`, `wrong_answer`, `other_question`, and after five wrong answers in a quarter of an hour
 * `too_many_answers`: a birth date is no secret that bears guessing.
 */
export async function openVisit(
  { memberId, foundBy, question, answer }: VisitInput,
  sessionId: string,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ visitId: string }, PersonRefusal>> {
  const after = { foundBy, question };
  const act = { act: "open_visit", targetKind: "member", targetId: memberId, purpose: PURPOSE, after } as const;
  // Taken first, and given back unless the answer is wrong: a hundred guesses at once are a hundred.
  const { ok: mayAnswer } = await takeAttempt("counter_answer", memberId);
  const decided = mayAnswer
    ? decidePerson(await findPerson(db, memberId), { foundBy, question, answer })
    : refuse("too_many_answers" as const);
  const isWrong = !decided.ok && decided.reason === "wrong_answer";
  if (mayAnswer) await (isWrong ? keepAttempt : returnAttempt)("counter_answer", memberId);
  if (!decided.ok) return recordDenied(decided, actor, act, at);
  return db.transaction(async (tx) => {
    const visitId = await insertVisit(tx, { memberId, foundBy, staffId: actor.staffId, sessionId });
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return ok({ visitId });
  });
}
