import { and, desc, eq, gt, lt, or } from "drizzle-orm";
import { db } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { atMoment, momentOf } from "@/lib/shared/moment";
import { cutPage, isId, isNumber, PAGE_SIZE, type Page, readKey } from "@/lib/shared/page";

export type DeviceRow = { id: string; device: string; createdAt: Date };

/** The devices on which a member is signed in at `at`, the latest sign-in first, one page at most. */
export async function listSessions(memberId: string, after: string | undefined, at: Date): Promise<Page<DeviceRow>> {
  const [moment, lastId = ""] = readKey(after, [isNumber, isId]) ?? [];
  const { id, device, createdAt } = memberSessions;
  const earlier = or(lt(createdAt, atMoment(moment)), and(eq(createdAt, atMoment(moment)), lt(id, lastId)));
  const rows = await db
    .select({ id, device, createdAt, moment: momentOf(createdAt) })
    .from(memberSessions)
    .where(and(eq(memberSessions.memberId, memberId), gt(memberSessions.expiresAt, at), moment ? earlier : undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(PAGE_SIZE + 1);
  const { rows: shown, next } = cutPage(rows, PAGE_SIZE, (row) => [row.moment, row.id]);
  return { rows: shown.map(({ moment: _, ...row }) => row), next };
}
