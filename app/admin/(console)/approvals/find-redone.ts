import type { ApprovalKind } from "@/lib/approvals/input";
import { findSentBack } from "@/lib/approvals/queries";
import { isId } from "@/lib/shared/page";

/** What a sent-back draft of this person's asked for, as a form's values, and what has to be mended. */
export async function findRedone(
  follows: string | undefined,
  kind: ApprovalKind,
  staffId: string,
): Promise<{ values: Record<string, string>; note: string } | undefined> {
  const found = follows && isId(follows) ? await findSentBack(follows, kind, staffId) : undefined;
  if (!found) return undefined;
  const asked = Object.entries(found.payload as Record<string, unknown>).map(([name, value]) => [
    name,
    value === null ? "" : String(value),
  ]);
  const values = { ...Object.fromEntries(asked), draftReason: found.reason, followsId: found.id };
  return { values, note: found.note ?? "" };
}
