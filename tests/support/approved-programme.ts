import { approve } from "@/lib/approvals/approve";
import type { ScopedActor, StaffActor } from "@/lib/audit/record-act";
import { createProgramme } from "@/lib/programmes/create-programme";
import { executeSetProgrammeBudget } from "@/lib/programmes/execute-set-programme-budget";
import type { ProgrammeInput } from "@/lib/programmes/input";

const authority = { acts: "everywhere", staff: undefined } as const;

/** A programme whose first budget a second person has approved; its id. */
export async function createApprovedProgramme(
  plan: ProgrammeInput,
  maker: ScopedActor,
  checker: StaffActor,
  at: Date,
): Promise<string> {
  const made = await createProgramme(plan, maker, at);
  if (!made.ok) throw new Error(`a programme was refused: ${made.reason}`);
  const { id, draft } = made.value;
  if (!draft) throw new Error("a programme that was made came with no draft of its budget");
  const order = { approvalId: draft.id, authority, execute: executeSetProgrammeBudget };
  const approved = await approve(order, checker, at);
  if (!approved.ok) throw new Error(`a budget was refused: ${approved.reason}`);
  return id;
}
