import "server-only";
import { cache } from "react";
import { cityNow } from "@/lib/clock/city-now";
import type { SessionMember } from "./auth-options";
import { MEMBER_COOKIE, readCookie } from "./cookies";
import { findSession } from "./find-session";
import { isInFrame } from "./leave-frame";
import { ownRequest } from "./request-facts";

export type Visitor = { address: string; requestId: string };
/** The signed-in person themself, and for whom they act. */
export type Self = { memberId: string } & SessionMember & Visitor;
/** Whose wallet it is; `agentId`: the signed-in member who acts for them, if somebody does. */
export type Member = Omit<Self, "acting"> & { agentId?: string };

export const visitor = cache(async (): Promise<Visitor> => {
  const { address, requestId } = await ownRequest();
  return { address, requestId };
});

/** Who is signed in as a citizen in this request, if anybody; asked of the database once. */
export const self = cache(async (): Promise<Self | undefined> => {
  const from = await visitor();
  if (await isInFrame()) return undefined;
  const token = await readCookie(MEMBER_COOKIE);
  const found = token && (await findSession(token, await cityNow()));
  return found ? { ...found, ...from } : undefined;
});

/** Whose wallet it is that they act on. */
export function holderOf({ acting, ...own }: Self): Member {
  if (!acting) return own;
  const { memberId, accountId } = acting;
  return { ...own, memberId, accountId, agentId: own.memberId };
}
