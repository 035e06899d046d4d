import "server-only";
import { knownCookies, readCookie, setCookie } from "./cookies";
import { type Audience, doorOf, hashKnownBrowser } from "./hash-sign-in";

/** Whether the owner of this mailbox signed in on this browser before: then strangers' mails and guesses are not counted against them. */
export async function isKnownBrowser(audience: Audience, emailIndex: Uint8Array): Promise<boolean> {
  return (await readCookie(knownCookies[doorOf(audience)])) === hashKnownBrowser(audience, emailIndex);
}

/** Only in an action. */
export async function rememberBrowser(audience: Audience, emailIndex: Uint8Array): Promise<void> {
  await setCookie(knownCookies[doorOf(audience)], hashKnownBrowser(audience, emailIndex), { keep: true });
}

/** What a mailbox is counted under in limits; citizens and staff, known browsers and others never share a count. */
export function mailboxKey(audience: Audience, emailIndex: Uint8Array, isKnown: boolean): string {
  return `${doorOf(audience)}:${Buffer.from(emailIndex).toString("base64url")}${isKnown ? ":known" : ""}`;
}
