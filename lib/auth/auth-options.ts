import "server-only";
import { eq } from "drizzle-orm";
import type { AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { db } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Owed } from "@/lib/members/decide-owed";
import { type Acting, findSessionMember } from "@/lib/members/find-session-member";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { cookieAttributes, MEMBER_COOKIE } from "./cookies";

declare module "next-auth" {
  interface Session extends SessionMember {
    memberId: string;
  }
  interface User extends SessionMember {}
}

/** What a session tells of its member besides who it is. */
export type SessionMember = {
  accountId: number;
  /** Its row, and when a way in was last shown in it. */
  sessionId: string;
  provenAt: Date;
  /** What they have to answer before they go on. */
  owed: Owed | undefined;
  /** When their withdrawal is carried out, where they asked for it. */
  leavesAt: Date | undefined;
  /** For whom they act, if for anybody. */
  acting: Acting | undefined;
};

/** A citizen's session ends after 30 days without a visit; its row is moved on at most once a day. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
const MOVED_ON_AFTER_SECONDS = 24 * 60 * 60;

/**
 * The three methods next-auth needs for a session in the database; the table holds the token's SHA-256 only. next-auth compares with the
 * machine's clock, so it is told how long the session still lives in city time. It takes a failing database for "signed out": `onFault` hears of it.
 */
function sessionAdapter(at: Date, onFault: (fault: unknown) => void): Adapter {
  return {
    getSessionAndUser: async (sessionToken) => {
      const found = await findSessionMember(hashSecret(sessionToken), at).catch((fault: unknown) => {
        onFault(fault);
        throw fault;
      });
      if (!found) return null;
      const expires = new Date(Date.now() + found.expiresAt.getTime() - at.getTime());
      const { memberId, expiresAt: _, ...member } = found;
      const user = { ...member, id: memberId, email: "", emailVerified: null };
      return { session: { sessionToken, userId: found.memberId, expires }, user };
    },
    updateSession: async ({ sessionToken }) => {
      const expiresAt = new Date(at.getTime() + SESSION_SECONDS * 1000);
      await db
        .update(memberSessions)
        .set({ expiresAt })
        .where(eq(memberSessions.tokenHash, hashSecret(sessionToken)));
      return null;
    },
    deleteSession: async (sessionToken) => {
      await db.delete(memberSessions).where(eq(memberSessions.tokenHash, hashSecret(sessionToken)));
    },
  };
}

/** next-auth's sessions for one request at city time `at`. It signs nobody in: every way in ends in `start-session.ts`; providers are asked with `provider-options.ts`. */
export function authOptions(at: Date, onFault: (fault: unknown) => void) {
  return {
    adapter: sessionAdapter(at, onFault),
    providers: [],
    secret: env.AUTH_SECRET,
    session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: MOVED_ON_AFTER_SECONDS },
    cookies: { sessionToken: { name: MEMBER_COOKIE, options: cookieAttributes } },
    callbacks: {
      session: ({ session, user }) => ({
        expires: session.expires,
        memberId: user.id,
        accountId: user.accountId,
        owed: user.owed,
        leavesAt: user.leavesAt,
        acting: user.acting,
        sessionId: user.sessionId,
        provenAt: user.provenAt,
      }),
    },
    // Its warning is about an address that is only used with providers.
    logger: { error: (code) => log.error({ code }, "next-auth"), warn: () => undefined, debug: () => undefined },
  } satisfies AuthOptions;
}
