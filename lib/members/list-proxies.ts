import { and, asc, eq, gt, gte, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { members, proxies } from "@/db/schema";
import { type CityDay, cityDay } from "@/lib/shared/city-time";
import { cutPage, isId, PAGE_SIZE, readKey } from "@/lib/shared/page";
import { knownAs, openSides } from "./known-as";

const principals = alias(members, "principals");
const agents = alias(members, "agents");

const shown = {
  proxyId: proxies.id,
  relation: proxies.relation,
  scopes: proxies.scopes,
  consent: proxies.consent,
  endsOn: proxies.endsOn,
  principalId: proxies.principalId,
  principal: knownAs(principals),
  agentId: proxies.agentId,
  agent: knownAs(agents),
};

const find = (further: SQL | undefined, today: CityDay) =>
  db
    .select(shown)
    .from(proxies)
    .innerJoin(principals, eq(principals.id, proxies.principalId))
    .innerJoin(agents, eq(agents.id, proxies.agentId))
    .where(and(isNull(proxies.endedAt), gte(proxies.endsOn, today), further))
    .orderBy(asc(proxies.id));

/** Live proxies on either side of a member, one page: who may act for them, and for whom they may act. */
export async function listProxies(memberId: string, at: Date, after?: string) {
  const [lastId] = readKey(after, [isId]) ?? [];
  const either = or(eq(proxies.principalId, memberId), eq(proxies.agentId, memberId));
  const rows = await find(and(either, lastId ? gt(proxies.id, lastId) : undefined), cityDay(at)).limit(PAGE_SIZE + 1);
  return cutPage(rows.map(openSides), PAGE_SIZE, ({ proxyId }) => [proxyId]);
}
export type ProxyRow = Awaited<ReturnType<typeof listProxies>>["rows"][number];

/** The proxy under which this agent may act now; undefined for anybody else's, ended, over, or of a member who is not here any more. */
export async function findLiveProxy(proxyId: string, agentId: string, at: Date) {
  const live = and(eq(proxies.id, proxyId), eq(proxies.agentId, agentId), sql`${principals.state} = 'active'`);
  const [found] = await find(live, cityDay(at));
  return found && openSides(found);
}
