import type { Effect } from "@/db/schema/approvals";
import type { StaffAct } from "@/lib/audit/record-act";
import type { ApprovalKind } from "./input";

export type Verb = "draft" | "approve" | "send_back" | "withdraw";

type Told = {
  kind: ApprovalKind;
  id: string;
  /** 起案番号 */
  number: string;
  effect: Effect;
  target: { kind: string; id: string | null };
};

/** The audit row of a step of an approval: on the record of what it is about, with its number and what changes by it. */
export function auditRowOf(verb: Verb, { kind, id, number, effect, target }: Told, reason?: string): StaffAct {
  const lines = (side: "before" | "after") =>
    Object.fromEntries(effect.lines.flatMap(({ label, [side]: value }) => (value === null ? [] : [[label, value]])));
  return {
    act: `${verb}_${kind}`,
    outcome: "done",
    targetKind: target.id ? target.kind : "approval",
    targetId: target.id ?? id,
    before: lines("before"),
    after: { ...lines("after"), approval: number },
    ...(reason && { reason }),
  };
}
