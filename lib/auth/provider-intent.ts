import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { seal, unseal } from "@/lib/shared/seal";
import { dropCookie, providerCookies, readCookie, setCookie } from "./cookies";
import { SIGN_IN_SECONDS } from "./provider-options";

const Intent = z.strictObject({
  /** The provider's key. */
  key: z.string(),
  mode: z.enum(["sign_in", "link", "prove", "residency"]),
  resumeTo: z.string().optional(),
  silent: z.boolean(),
  /** Who was signed in when it began; whoever comes back must be the same. */
  memberId: z.uuid().optional(),
  /** The `state` that the answer must carry. */
  state: z.string(),
});

/** What a sign-in at a provider is for, kept in this browser until its answer comes. */
export type Intent = z.infer<typeof Intent>;

export const keepIntent = (intent: Intent): Promise<void> =>
  setCookie(providerCookies.intent, seal(env.FIELD_KEYS, JSON.stringify(intent)).toString("base64url"), {
    keep: false,
    seconds: SIGN_IN_SECONDS,
  });

/** What was begun in this browser; undefined for whatever was not sealed here. */
export async function readIntent(): Promise<Intent | undefined> {
  const sealed = await readCookie(providerCookies.intent);
  if (!sealed) return undefined;
  try {
    return Intent.parse(JSON.parse(unseal(env.FIELD_KEYS, Buffer.from(sealed, "base64url"))));
  } catch {
    return undefined;
  }
}

/** An answer is taken once. */
export async function dropIntent(): Promise<void> {
  for (const name of Object.values(providerCookies)) await dropCookie(name);
}
