import { approve } from "@/lib/approvals/approve";
import type { OpenedDraft } from "@/lib/approvals/open-approval";
import { executeSetProgrammeBudget } from "@/lib/programmes/execute-set-programme-budget";
import { must, type World } from "./world";

const authority = { acts: "everywhere", staff: undefined } as const;

/** The approver of the seeded city says yes to a budget that somebody else asked for. */
export async function approveBudget(draft: OpenedDraft | undefined, world: World, at: Date): Promise<void> {
  if (!draft) throw new Error("The seed's programme came with no draft of its budget.");
  const order = { approvalId: draft.id, authority, execute: executeSetProgrammeBudget };
  must(await approve(order, world.approver, at), `approval ${draft.number}`);
}
