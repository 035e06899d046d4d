import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { askSignInCode } from "@/lib/auth/ask-sign-in-code";
import { ensureBrowserHash } from "@/lib/auth/browser";
import type { Audience } from "@/lib/auth/hash-sign-in";
import { env } from "@/lib/env";
import { admitMember } from "@/lib/members/admit-member";
import { indexEmail } from "@/lib/shared/index-email";
import { seal } from "@/lib/shared/seal";
import { signUpMember } from "./registered";

export const newEmail = () => `${randomUUID()}@example.jp`;
export const newAddress = () => `198.51.100.${Math.floor(Math.random() * 250)}-${randomUUID()}`;

/** The address of somebody who has signed up: nothing is asked of them any more. */
export async function memberEmail(at: Date): Promise<string> {
  const email = newEmail();
  const proven = { emailIndex: indexEmail(env.INDEX_KEY, email), emailEncrypted: seal(env.FIELD_KEYS, email) };
  await signUpMember(await db.transaction((tx) => admitMember(tx, proven, at)), at);
  return email;
}

/** Whom a sign-in comes from, as a guard tells it. */
export const from = (address = newAddress()) => ({ address, requestId: "request-2" });

type Wish = { email: string; at: Date; audience?: Audience; address?: string; resumeTo?: string };

/** Asks for a code in the browser that `useBrowser` opened, as the action does; the answer holds the code that would be mailed. */
export async function ask({ email, at, audience = "member", address = newAddress(), resumeTo }: Wish) {
  return askSignInCode({ audience, browserHash: await ensureBrowserHash(), email, address, resumeTo }, at);
}

/** The same, where a refusal is a fault of the test. */
export async function askCode(wish: Wish): Promise<{ browserHash: Buffer; code: string }> {
  const asked = await ask(wish);
  if (!asked.ok) throw new Error("no mail was allowed");
  return { browserHash: await ensureBrowserHash(), code: asked.code };
}

/** Another code than this, as long. */
export const wrong = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, "0");
