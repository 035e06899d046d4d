import { db } from "@/db/client";
import { recordAct, type StaffActor } from "./record-act";

/** Writes down that somebody tried what no role of theirs allows; `permission` is its name. */
export async function recordForbidden(actor: StaffActor, permission: string, at: Date): Promise<void> {
  const target = { targetKind: "permission", targetId: permission } as const;
  await recordAct(db, actor, { act: "use_permission", outcome: "denied", ...target, reason: "not_permitted" }, at);
}
