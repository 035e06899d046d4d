import { createHash, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import type { Sql } from "postgres";

/**
 * Signs one of the seed's staff in past the door, for journeys that begin behind it: a mailbox gives an address few codes an hour, and a worker
 * that starts anew would ask for more. The session counts as fresh, and as seen, for as long as a run may take. Gives its token's hash.
 */
export async function openStaffSession(
  context: BrowserContext,
  admin: Sql,
  origin: string,
  name: string,
): Promise<Buffer> {
  const token = randomUUID();
  const hash = createHash("sha256").update(token).digest();
  const made = await admin`
    insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, proven_at, expires_at)
    select ${hash}, id, city_now(), ahead, ahead, ahead
      from staff, lateral (select city_now() + interval '7 hours' as ahead) later where name = ${name}
    returning staff_id`;
  if (made.length !== 1) throw new Error(`The seed has no ${name}.`);
  // The browser takes a cookie of this name from an encrypted address only; localhost counts as one when it is asked.
  const url = origin.replace("http:", "https:");
  await context.addCookies([{ name: "__Host-komapo-staff", value: token, url, secure: true, httpOnly: true }]);
  return hash;
}
