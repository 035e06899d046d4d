import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members, proxies } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import { decideProxy, type ProxyRefusal } from "./decide-proxy";
import type { ProxyInput } from "./proxy-input";
import { recordMemberEvent } from "./record-event";

/**
 * 代理: lets one member act for another in what `scopes` names, until a day. Both see it, and either may end it at once. Refuses what `decideProxy`
 * refuses.
 */
export async function openProxy(
  wish: ProxyInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ proxyId: string }, ProxyRefusal>> {
  const act = { act: "open_proxy", targetKind: "member", targetId: wish.memberId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ proxyId: string }, ProxyRefusal>> => {
    const facts = await lockFacts(tx, wish, actor.staffId, at);
    const decided = decideProxy(facts, { endsOn: wish.endsOn, today: cityDay(at) });
    if (!decided.ok) return decided;
    const { principal, agent } = decided.value;
    const proxyId = await insertProxy(
      tx,
      { ...wish, principalId: principal.memberId, agentId: agent.memberId },
      actor,
      at,
    );
    const { relation, scopes, consent, endsOn } = wish;
    const after = { relation, scopes, consent, endsOn, agentId: agent.memberId };
    await recordAct(tx, actor, { ...act, outcome: "done", after }, at);
    return ok({ proxyId });
  });
  return recordDenied(answer, actor, act, at);
}

type Order = Pick<ProxyInput, "relation" | "scopes" | "consent" | "endsOn"> & { principalId: string; agentId: string };

/** The proxy and its line in both logs, in the caller's transaction. */
export async function insertProxy(tx: Transaction, order: Order, actor: StaffActor, at: Date): Promise<string> {
  const { relation, scopes, consent, endsOn, principalId, agentId } = order;
  const id = newId();
  const by = { createdAt: at, createdBy: actor.staffId };
  await tx.insert(proxies).values({ id, relation, scopes, consent, endsOn, principalId, agentId, ...by });
  for (const memberId of [principalId, agentId])
    await recordMemberEvent(tx, { memberId, kind: "proxy_opened", actor: `staff:${actor.staffId}` }, at);
  return id;
}

/** Both memberships, locked in id order; a proxy whose day is over is no hindrance to a new one. */
async function lockFacts(tx: Transaction, { memberId, number }: ProxyInput, staffId: string, at: Date) {
  const [acting] = await tx.select({ id: members.id }).from(members).where(eq(members.number, number));
  const ids = [memberId, acting?.id ?? memberId];
  const sides = await tx
    .select({
      memberId: members.id,
      state: members.state,
      isOwn: sql<boolean>`is_own_member(${staffId}::uuid, ${members.id})`,
    })
    .from(members)
    .where(inArray(members.id, ids))
    .orderBy(members.id)
    .for("no key update");
  const between = and(
    eq(proxies.principalId, memberId),
    eq(proxies.agentId, acting?.id ?? memberId),
    isNull(proxies.endedAt),
  );
  await tx
    .update(proxies)
    .set({ endedAt: at, endedBy: `staff:${staffId}` })
    .where(and(between, lt(proxies.endsOn, cityDay(at))));
  const open = await tx.select({ id: proxies.id }).from(proxies).where(between);
  return {
    principal: sides.find((side) => side.memberId === memberId),
    agent: sides.find((side) => side.memberId === acting?.id),
    hasOpen: open.length > 0,
  };
}
