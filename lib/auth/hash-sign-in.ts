import "server-only";
import { randomInt } from "node:crypto";
import { env } from "@/lib/env";
import { hashWithKey } from "@/lib/shared/keyed-hash";

/** Who knocks: a citizen or a member of staff. The two never meet. */
export type Audience = "member" | "staff";

export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** The code, bound to the browser it was asked from: typed anywhere else it is another hash. */
export const hashCode = (audience: Audience, browserHash: Uint8Array, code: string): Buffer =>
  hashWithKey(env.INDEX_KEY, "sign_in_code", `${audience}:${Buffer.from(browserHash).toString("hex")}:${code}`);

/** What a browser keeps to show that this address signed in on it before. */
export const hashKnownBrowser = (audience: Audience, emailIndex: Uint8Array): string =>
  hashWithKey(env.INDEX_KEY, "known_browser", `${audience}:${Buffer.from(emailIndex).toString("hex")}`).toString(
    "base64url",
  );
