import { db } from "@/db/client";
import type { Result } from "@/lib/shared/result";
import { recordAct, type StaffAct, type StaffActor } from "./record-act";

/**
 * Hands the answer to a staff act on. One that a rule refused is written down first, with the refusal as its reason, in a transaction of its own,
 * since the act's was rolled back (security §1.9). `after` holds what was wanted. What was typed wrongly is no act and does not come here.
 */
export async function recordDenied<T, Reason extends string>(
  answer: Result<T, Reason>,
  actor: StaffActor,
  act: Omit<StaffAct, "outcome" | "reason">,
  at: Date,
): Promise<Result<T, Reason>> {
  if (!answer.ok) await recordAct(db, actor, { ...act, outcome: "denied", reason: answer.reason }, at);
  return answer;
}
