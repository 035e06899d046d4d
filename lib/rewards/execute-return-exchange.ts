import type { Transaction } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { ReturnRefusal } from "./decide-return";
import { giveBack } from "./give-back";
import { ReturnPayload } from "./input";
import { findExchange } from "./queries";

/** Takes an approved exchange back, in the approval's transaction, by the second person. Looks again: it may be taken back since. */
export async function executeReturnExchange(
  tx: Transaction,
  { payload }: { payload: unknown },
  actor: StaffActor,
): Promise<Result<{ transferId: string; points: number }, ReturnRefusal | "already_reversed">> {
  const { transferId, reason } = ReturnPayload.parse(payload);
  const exchange = await findExchange(transferId, "everywhere");
  if (!exchange) return refuse("unknown_exchange");
  const posted = await giveBack(tx, exchange, reason, actor.staffId);
  if (!posted.ok) return posted;
  if (posted.value.isRepeat) return refuse("already_reversed");
  return ok({ transferId: posted.value.id, points: exchange.points });
}
