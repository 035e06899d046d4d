import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { codes } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { env } from "@/lib/env";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result } from "@/lib/shared/result";
import { unseal } from "@/lib/shared/seal";
import type { IssueRefusal } from "./decide-code";
import { decideAlone } from "./decide-code-draft";
import { type IssueTarget, lockCodeTarget } from "./find-code-target";
import { type IssuedCode, insertCode } from "./insert-code";

type AloneRefusal = IssueRefusal | "needs_approval";

/**
 * Issues the printed code of an activity or a shop, of which there is one live at a time: where one lives, that one is the answer.
 * Refuses `unknown_target`, `activity_cancelled`, `activity_over`, `shop_closed` (product §4), and `needs_approval` above the city's limit:
 * then `draftCode` asks a second person.
 */
export async function issueCode(
  target: IssueTarget,
  actor: ScopedActor,
  at: Date,
): Promise<Result<IssuedCode & { isRepeat: boolean }, AloneRefusal>> {
  const limits = await getSettings();
  const answer = await runTransaction(async (tx): Promise<Result<IssuedCode | undefined, AloneRefusal>> => {
    const decided = decideAlone(await lockCodeTarget(tx, target, actor.scope), limits, at);
    if (!decided.ok) return decided;
    const code = await insertCode(tx, target, actor.staffId, at);
    if (!code) return ok(undefined);
    const act = { act: "issue_code", outcome: "done", targetKind: "code", targetId: code.codeId } as const;
    await recordAct(tx, actor, { ...act, after: { ...target, serial: code.serial } }, at);
    return ok(code);
  });
  if (!answer.ok) return recordDenied(answer, actor, { act: "issue_code", ...targetOf(target) }, at);
  const made = answer.value;
  return made ? ok({ ...made, isRepeat: false }) : ok({ ...(await getLiveCode(target)), isRepeat: true });
}

const targetOf = (target: IssueTarget) =>
  "shopId" in target
    ? { targetKind: "shop", targetId: target.shopId }
    : { targetKind: "activity", targetId: target.activityId };

async function getLiveCode(target: IssueTarget): Promise<IssuedCode> {
  const owns = "shopId" in target ? eq(codes.shopId, target.shopId) : eq(codes.activityId, target.activityId);
  const [live] = await db
    .select({ codeId: codes.id, serial: codes.serial, sealed: codes.secretEncrypted })
    .from(codes)
    .where(and(owns, isNull(codes.revokedAt)));
  if (!live) throw new Error("no code was issued and none lives: a typed code met its twin");
  const secret: { token: string; typed: string } = JSON.parse(unseal(env.FIELD_KEYS, live.sealed));
  return { codeId: live.codeId, serial: live.serial, token: secret.token, typedCode: secret.typed };
}
