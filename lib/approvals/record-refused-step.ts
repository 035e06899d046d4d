import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { approvals } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import type { Result } from "@/lib/shared/result";
import type { Verb } from "./decide-audit-row";

/** Hands the answer to a step on; a refused one is written down first, on the record of what the draft is about. */
export async function recordRefusedStep<T, Reason extends string>(
  verb: Verb,
  approvalId: string,
  answer: Result<T, Reason>,
  actor: StaffActor,
  at: Date,
): Promise<Result<T, Reason>> {
  if (answer.ok) return answer;
  const [draft] = await db
    .select({ kind: approvals.kind, targetKind: approvals.targetKind, targetId: approvals.targetId })
    .from(approvals)
    .where(eq(approvals.id, approvalId));
  const target = draft?.targetId ? draft : { targetKind: "approval", targetId: approvalId };
  const { targetKind, targetId } = target;
  return recordDenied(answer, actor, { act: draft ? `${verb}_${draft.kind}` : verb, targetKind, targetId }, at);
}
