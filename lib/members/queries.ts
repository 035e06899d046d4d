import { and, count, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { memberSessions, members } from "@/db/schema";
import { env } from "@/lib/env";
import { unseal } from "@/lib/shared/seal";
import { decideMaskedEmail } from "./decide-masked-email";

/** The member of a session that is alive at `at`, by the SHA-256 of its token. */
export async function findSessionMember(tokenHash: Uint8Array, at: Date) {
  const [found] = await db
    .select({ memberId: members.id, accountId: members.accountId, expiresAt: memberSessions.expiresAt })
    .from(memberSessions)
    .innerJoin(members, eq(members.id, memberSessions.memberId))
    .where(and(eq(memberSessions.tokenHash, tokenHash), gt(memberSessions.expiresAt, at)));
  return found;
}

/** What マイページ shows of its owner; of the e-mail address only enough to know it again. */
export async function getProfile(memberId: string, at: Date) {
  const [found] = await db
    .select({ nickname: members.nickname, emailEncrypted: members.emailEncrypted, joinedAt: members.joinedAt })
    .from(members)
    .where(eq(members.id, memberId));
  if (!found) throw new Error("a signed-in member has no row");
  const [devices] = await db
    .select({ count: count() })
    .from(memberSessions)
    .where(and(eq(memberSessions.memberId, memberId), gt(memberSessions.expiresAt, at)));
  const { emailEncrypted, ...shown } = found;
  const email = emailEncrypted && decideMaskedEmail(unseal(env.FIELD_KEYS, emailEncrypted));
  return { ...shown, email, deviceCount: devices?.count ?? 0 };
}
