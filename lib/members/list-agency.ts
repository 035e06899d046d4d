import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { memberEvents, members } from "@/db/schema";
import { cutPage, isNumber, PAGE_SIZE, readKey } from "@/lib/shared/page";
import { knownAs, openSides } from "./known-as";

const principals = alias(members, "principals");
const agents = alias(members, "agents");

/** What was done under a proxy, by this member for another or by another for them, the latest first, one page. */
export async function listAgency(memberId: string, after?: string) {
  const [lastId] = readKey(after, [isNumber]) ?? [];
  const rows = await db
    .select({
      id: memberEvents.id,
      recordedAt: memberEvents.recordedAt,
      act: sql<string>`${memberEvents.detail} ->> 'kind'`,
      points: sql<number>`(${memberEvents.detail} ->> 'points')::int`,
      principal: knownAs(principals),
      agent: knownAs(agents),
    })
    .from(memberEvents)
    .innerJoin(principals, eq(principals.id, sql`(${memberEvents.detail} ->> 'principalId')::uuid`))
    .innerJoin(agents, eq(agents.id, sql`substring(${memberEvents.actor} from 8)::uuid`))
    .where(
      and(
        eq(memberEvents.memberId, memberId),
        eq(memberEvents.kind, "acted_for"),
        lastId ? lt(memberEvents.id, Number(lastId)) : undefined,
      ),
    )
    .orderBy(desc(memberEvents.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows.map(openSides), PAGE_SIZE, ({ id }) => [id]);
}
export type AgencyRow = Awaited<ReturnType<typeof listAgency>>["rows"][number];
