import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberSessions, proxies } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { recordMemberEvent } from "./record-event";

type Ended = Result<{ principalId: string }, "unknown_proxy">;

/** Either side ends a proxy, at once: who acts is themselves again from the next request on. Again: `unknown_proxy`, like a stranger's. */
export const endOwnProxy = (proxyId: string, memberId: string, at: Date): Promise<Ended> =>
  runTransaction(async (tx): Promise<Ended> => {
    const own = or(eq(proxies.principalId, memberId), eq(proxies.agentId, memberId));
    const principalId = await end(tx, proxyId, own, `member:${memberId}`, at);
    return principalId ? ok({ principalId }) : refuse("unknown_proxy");
  });

/** Staff end it for a member who asks at the counter. Refuses `unknown_proxy`. */
export async function endProxyForMember(
  { proxyId, memberId }: { proxyId: string; memberId: string },
  actor: StaffActor,
  at: Date,
): Promise<Ended> {
  const act = { act: "end_proxy", targetKind: "member", targetId: memberId } as const;
  const answer = await runTransaction(async (tx): Promise<Ended> => {
    const about = or(eq(proxies.principalId, memberId), eq(proxies.agentId, memberId));
    const principalId = await end(tx, proxyId, about, `staff:${actor.staffId}`, at);
    if (!principalId) return refuse("unknown_proxy");
    await recordAct(tx, actor, { ...act, outcome: "done", before: { proxyId } }, at);
    return ok({ principalId });
  });
  return recordDenied(answer, actor, act, at);
}

async function end(tx: Transaction, proxyId: string, whose: SQL | undefined, actor: string, at: Date) {
  const [ended] = await tx
    .update(proxies)
    .set({ endedAt: at, endedBy: actor })
    .where(and(eq(proxies.id, proxyId), whose, isNull(proxies.endedAt)))
    .returning({ principalId: proxies.principalId, agentId: proxies.agentId });
  if (!ended) return undefined;
  await tx.update(memberSessions).set({ proxyId: null }).where(eq(memberSessions.proxyId, proxyId));
  for (const memberId of [ended.principalId, ended.agentId])
    await recordMemberEvent(tx, { memberId, kind: "proxy_ended", actor }, at);
  return ended.principalId;
}
