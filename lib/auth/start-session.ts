import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { memberSessions, staffSessions } from "@/db/schema";
import { recordMemberEvent } from "@/lib/members/record-event";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { SESSION_SECONDS } from "./auth-options";
import { MEMBER_COOKIE, readCookie, STAFF_COOKIE, setCookie } from "./cookies";
import { describeOwnDevice } from "./describe-device";

/** A staff session ends after eight hours in any case. */
const STAFF_SECONDS = 8 * 60 * 60;

const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

/**
 * The way in that opened a session: removed, it ends it. Of an account at a provider also the id (`sid`) of its own session there, whose sign-out
 * ends this one too, and `isProven`: it asked the person just now; a session that it had open already shows nobody anew.
 */
export type OpenedBy =
  | { identityId: string; sid: string | undefined; isProven: boolean }
  | { passkeyId: string }
  | { emailIndex: Uint8Array };

/** Whose session: a citizen's, or a member of staff's who showed a second factor just now. */
export type SessionOwner = { memberId: string; openedBy?: OpenedBy } | { staffId: string; factor: "passkey" | "totp" };

function openerOf(openedBy: OpenedBy | undefined) {
  if (!openedBy || !("identityId" in openedBy)) return { opener: { ...openedBy }, isProven: true };
  const { identityId, sid, isProven } = openedBy;
  return { opener: { identityId, ...(sid !== undefined && { providerSidHash: hashSecret(sid) }) }, isProven };
}

/**
 * Every way in ends here: a new token each time, its SHA-256 as the session's row, the token itself in the cookie. The session that this
 * browser had before is gone with it. Only in an action or a route handler.
 */
export async function startSession(who: SessionOwner, at: Date, database: Database = db): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = hashSecret(token);
  const device = await describeOwnDevice();
  if ("memberId" in who) {
    const { memberId, openedBy } = who;
    const { opener, isProven } = openerOf(openedBy);
    const provenAt = isProven ? at : new Date(0);
    await database.transaction(async (tx) => {
      await endMemberSession(tx);
      await tx.insert(memberSessions).values({
        ...{ tokenHash, memberId, device, ...opener },
        ...{ createdAt: at, provenAt, expiresAt: after(at, SESSION_SECONDS) },
      });
      await recordMemberEvent(tx, { memberId, kind: "signed_in", actor: `member:${memberId}` }, at);
    });
    await setCookie(MEMBER_COOKIE, token, { keep: true });
  } else {
    await endStaffSession(database);
    const times = { createdAt: at, lastSeenAt: at, provenAt: at, expiresAt: after(at, STAFF_SECONDS) };
    await database.insert(staffSessions).values({ tokenHash, ...who, device, ...times });
    await setCookie(STAFF_COOKIE, token, { keep: false });
  }
}

/** Notes that the owner of this browser's session has just shown a way in again. */
export async function proveMemberSession(at: Date, database: Database = db): Promise<void> {
  const token = (await readCookie(MEMBER_COOKIE)) ?? "";
  await database
    .update(memberSessions)
    .set({ provenAt: at })
    .where(eq(memberSessions.tokenHash, hashSecret(token)));
}

/** Ends this browser's session: its row, so that the cookie opens nothing any more. */
export async function endMemberSession(database: Database): Promise<void> {
  const token = await readCookie(MEMBER_COOKIE);
  if (token) await database.delete(memberSessions).where(eq(memberSessions.tokenHash, hashSecret(token)));
}

/** The same for staff. */
export async function endStaffSession(database: Database): Promise<void> {
  const token = await readCookie(STAFF_COOKIE);
  if (token) await database.delete(staffSessions).where(eq(staffSessions.tokenHash, hashSecret(token)));
}
