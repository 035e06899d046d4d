import { and, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { staff, testInvitations } from "@/db/schema";
import { cutPage, isId, PAGE_SIZE, readKey } from "@/lib/shared/page";

/** Lists of invitations, the latest first, each with how many of its codes were used, are open, have run out or were revoked. */
export async function listInvitationBatches(at: Date, after?: string) {
  const [last] = readKey(after, [isId]) ?? [];
  const unused = sql`${testInvitations.usedAt} is null and ${testInvitations.revokedAt} is null`;
  const moment = sql`${at.toISOString()}::timestamptz`;
  const many = (which: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${which})`.mapWith(Number);
  const rows = await db
    .select({
      batchId: testInvitations.batchId,
      label: testInvitations.label,
      createdAt: testInvitations.createdAt,
      expiresAt: testInvitations.expiresAt,
      by: staff.name,
      used: many(sql`${testInvitations.usedAt} is not null`),
      open: many(sql`${unused} and ${testInvitations.expiresAt} > ${moment}`),
      expired: many(sql`${unused} and ${testInvitations.expiresAt} <= ${moment}`),
      revoked: many(sql`${testInvitations.revokedAt} is not null`),
    })
    .from(testInvitations)
    .innerJoin(staff, eq(staff.id, testInvitations.createdBy))
    .where(and(last ? lt(testInvitations.batchId, last) : undefined))
    .groupBy(
      testInvitations.batchId,
      testInvitations.label,
      testInvitations.createdAt,
      testInvitations.expiresAt,
      staff.name,
    )
    .orderBy(desc(testInvitations.batchId))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, ({ batchId }) => [batchId]);
}
export type InvitationBatch = Awaited<ReturnType<typeof listInvitationBatches>>["rows"][number];
