import { createHash, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import type { Sql } from "postgres";

/** Signs one of the seed's staff in past the door, with a second factor that was shown just now: for journeys that begin behind it. */
export async function openStaffSession(
  context: BrowserContext,
  admin: Sql,
  origin: string,
  name: string,
): Promise<void> {
  const token = randomUUID();
  const made = await admin`
    insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, proven_at, expires_at)
    select ${createHash("sha256").update(token).digest()}, id, now(), now(), now(), now() + interval '1 hour' from staff where name = ${name}
    returning staff_id`;
  if (made.length !== 1) throw new Error(`The seed has no ${name}.`);
  // The browser takes a cookie of this name from an encrypted address only; localhost counts as one when it is asked.
  const url = origin.replace("http:", "https:");
  await context.addCookies([{ name: "__Host-komapo-staff", value: token, url, secure: true, httpOnly: true }]);
}
