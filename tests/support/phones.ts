import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { signInMember } from "@/lib/auth/sign-in-member";
import { startSession } from "@/lib/auth/start-session";
import { admitIdentity } from "@/lib/members/admit-identity";
import { useBrowser } from "./browser";
import { AT } from "./fixtures";
import { askCode, from } from "./sign-in";

/** A phone is a browser of its own, signed in one way. */
export const sessionIn = (browser: ReturnType<typeof useBrowser>) => findSession(browser.get(MEMBER_COOKIE) ?? "", AT);

export async function byMail(email: string) {
  const browser = useBrowser();
  const signedIn = await signInMember(await askCode({ email, at: AT }), from(), AT);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  return browser;
}

export const account = () => ({ issuer: "https://portal.example", subjectIndex: randomBytes(32) });

export async function byAccount(identity: ReturnType<typeof account>) {
  const browser = useBrowser();
  await db.transaction(async (tx) => {
    const admitted = await admitIdentity(tx, identity, AT);
    if (!admitted.ok) throw new Error(admitted.reason);
    const { memberId, identityId } = admitted.value;
    await startSession({ memberId, openedBy: { identityId, sid: undefined, isProven: true } }, AT, tx);
  });
  return browser;
}
