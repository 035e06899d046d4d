import { approve, type Execute } from "@/lib/approvals/approve";
import type { OpenedDraft } from "@/lib/approvals/open-approval";
import { must, type World } from "./world";

const authority = { acts: "everywhere", staff: undefined } as const;

/** The approver of the seeded city says yes to what somebody else asked for, and it is done. */
export async function approveDraft(
  draft: OpenedDraft,
  execute: Execute<string>,
  world: World,
  at: Date,
): Promise<void> {
  must(await approve({ approvalId: draft.id, authority, execute }, world.approver, at), `approval ${draft.number}`);
}
