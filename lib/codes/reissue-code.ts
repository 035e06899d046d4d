import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { IssueRefusal } from "./decide-code";
import { decideAlone } from "./decide-code-draft";
import { lockCodeTarget } from "./find-code-target";
import { type IssuedCode, insertCode } from "./insert-code";
import { markRevoked, type Revocation } from "./revoke-code";

type ReissueRefusal = IssueRefusal | "not_live" | "needs_approval";

/**
 * Replaces a live code: the old poster is void and the new one live in the same moment. Of two at once, one succeeds.
 * Refuses `not_live` (unknown or revoked already) and what `decideAlone` refuses; then the old code stays as it was.
 */
export async function reissueCode(
  revocation: Revocation,
  actor: ScopedActor,
  at: Date,
): Promise<Result<IssuedCode, ReissueRefusal>> {
  const limits = await getSettings();
  const answer = await runTransaction(async (tx): Promise<Result<IssuedCode, ReissueRefusal>> => {
    const old = await markRevoked(tx, revocation, actor, at);
    if (!old) return refuse("not_live");
    const target = old.activityId ? { activityId: old.activityId } : { shopId: String(old.shopId) };
    const decided = decideAlone(await lockCodeTarget(tx, target, actor.scope), limits, at);
    if (!decided.ok) return decided;
    const code = await insertCode(tx, target, actor.staffId, at);
    if (!code) throw new Error("a typed code met its twin");
    const before = { codeId: revocation.codeId, serial: old.serial };
    const act = { act: "reissue_code", outcome: "done", targetKind: "code", targetId: code.codeId, before } as const;
    await recordAct(tx, actor, { ...act, after: { ...target, serial: code.serial }, reason: revocation.reason }, at);
    return ok(code);
  });
  const denied = { act: "reissue_code", targetKind: "code", targetId: revocation.codeId } as const;
  return recordDenied(answer, actor, denied, at);
}
