import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { memberPasskeys, memberSessions } from "@/db/schema";
import { env } from "@/lib/env";
import { admitMember } from "@/lib/members/admit-member";
import { changeNickname } from "@/lib/members/change-nickname";
import { sealField } from "@/lib/open-field";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { seal } from "@/lib/shared/seal";
import { makeCanaries } from "./canaries";
import { signUpMember } from "./registered";

export async function admit(now: Date, email = `${newId()}@example.jp`): Promise<string> {
  const proven = { emailIndex: hashSecret(email), emailEncrypted: seal(env.FIELD_KEYS, email) };
  const memberId = await db.transaction((tx) => admitMember(tx, proven, now));
  await signUpMember(memberId, now);
  return memberId;
}

/** A citizen whose own words are canaries: in nobody else's answers. Their passkey opens nothing; their other device is signed in. */
export async function admitCitizen(now: Date) {
  const { memberEmail, nickname, passkeyName, device } = makeCanaries();
  const memberId = await admit(now, memberEmail);
  await changeNickname(memberId, nickname);
  const [passkeyId, sessionId] = [newId(), newId()];
  const key = { credentialId: randomBytes(16), publicKey: randomBytes(64), signCount: 0, transports: [] };
  const label = { labelEncrypted: sealField(passkeyName), backedUp: false, createdAt: now };
  await db.insert(memberPasskeys).values({ id: passkeyId, memberId, ...key, ...label });
  const times = { createdAt: now, expiresAt: new Date(now.getTime() + 24 * 60 * 60 * 1000) };
  await db.insert(memberSessions).values({ tokenHash: randomBytes(32), id: sessionId, memberId, device, ...times });
  return { memberId, passkeyId, sessionId, words: { memberEmail, nickname, passkeyName, device } };
}
