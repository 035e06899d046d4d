import "server-only";
import { randomInt } from "node:crypto";
import { env } from "@/lib/env";
import { hashWithKey } from "@/lib/shared/keyed-hash";

/**
 * Who proves an address, and for what: a citizen or a member of staff signs in; a signed-in citizen shows theirs again (`member_prove`) or
 * adds one (`member_email`). A code for one of them is no code for another.
 */
export type Audience = "member" | "member_prove" | "member_email" | "staff";

/** The two doors that never meet: browsers are known, and mailboxes counted, for each. */
export const doorOf = (audience: Audience): "member" | "staff" => (audience === "staff" ? "staff" : "member");

/** A code of so many digits, twelve at most. */
export const makeCode = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, "0");

/** The code, bound to the browser it was asked from: typed anywhere else it is another hash. */
export const hashCode = (audience: Audience, browserHash: Uint8Array, code: string): Buffer =>
  hashWithKey(env.INDEX_KEY, "sign_in_code", `${audience}:${Buffer.from(browserHash).toString("hex")}:${code}`);

/** What a browser keeps to show that this address signed in on it before. */
export const hashKnownBrowser = (audience: Audience, emailIndex: Uint8Array): string =>
  hashWithKey(
    env.INDEX_KEY,
    "known_browser",
    `${doorOf(audience)}:${Buffer.from(emailIndex).toString("hex")}`,
  ).toString("base64url");
