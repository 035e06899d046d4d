import { randomUUID } from "node:crypto";
import { askSignInCode } from "@/lib/auth/ask-sign-in-code";
import { ensureBrowserHash } from "@/lib/auth/browser";
import type { Audience } from "@/lib/auth/hash-sign-in";

export const newEmail = () => `${randomUUID()}@example.jp`;
export const newAddress = () => `198.51.100.${Math.floor(Math.random() * 250)}-${randomUUID()}`;

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

/** Another six digits than these. */
export const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
