import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Sql } from "postgres";

/** As if the citizen of this browser had shown a way in so many minutes ago; zero: just now. */
export async function setProof(page: Page, admin: Sql, minutesAgo: number): Promise<void> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === "__Host-komapo")?.value ?? "";
  const hash = createHash("sha256").update(token).digest();
  await admin`
    update member_sessions set proven_at = city_now() - make_interval(mins => ${minutesAgo}) where token_hash = ${hash}`;
}
