import { and, eq, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { memberMerges, members } from "@/db/schema";
import { maskedColumns, maskMember } from "./mask-member";

/** More than these are not looked through. */
const MOST = 10;
const own = alias(members, "own");

/** Other living memberships with the same reading and birth date, masked: who may be the same person. */
export async function listMergeHints(memberId: string) {
  const isSame = and(eq(members.fullKanaIndex, own.fullKanaIndex), eq(members.bornOnIndex, own.bornOnIndex));
  const rows = await db
    .select(maskedColumns)
    .from(members)
    .innerJoin(own, and(eq(own.id, memberId), isSame))
    .where(and(ne(members.id, memberId), eq(members.state, "active")))
    .orderBy(members.id)
    .limit(MOST);
  return rows.map(maskMember);
}

/** The merge by which this membership ended; undefined where it has not, or where it was undone. */
export async function findLiveMerge(memberId: string) {
  const [found] = await db
    .select({ mergeId: memberMerges.id, mergedAt: memberMerges.mergedAt, number: members.number })
    .from(memberMerges)
    .innerJoin(members, eq(members.id, memberMerges.intoMemberId))
    .where(and(eq(memberMerges.fromMemberId, memberId), isNull(memberMerges.undoneAt)));
  return found;
}
