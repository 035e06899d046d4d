import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { findLiveProxy } from "@/lib/members/list-proxies";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { MEMBER_COOKIE, readCookie } from "./cookies";

/** From the next request on this browser acts under a proxy of its member's own; false, and nothing changed, where it is not theirs or is over. */
export async function actFor(proxyId: string, memberId: string, at: Date): Promise<boolean> {
  if (!(await findLiveProxy(proxyId, memberId, at))) return false;
  await switchTo(proxyId, memberId);
  return true;
}

/** This browser is its own member's again. */
export const stopActing = (memberId: string): Promise<void> => switchTo(null, memberId);

async function switchTo(proxyId: string | null, memberId: string): Promise<void> {
  const token = await readCookie(MEMBER_COOKIE);
  if (!token) return;
  const own = and(eq(memberSessions.tokenHash, hashSecret(token)), eq(memberSessions.memberId, memberId));
  await db.update(memberSessions).set({ proxyId }).where(own);
}
