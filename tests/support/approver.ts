import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import people from "../../db/seed/people.json" with { type: "json" };
import { words } from "./words";

const approvals = words("approvals");

/** The seed's approver who asks for nothing: 伊藤 さくら. */
const approver = people.find(({ roles }) => roles?.join() === "approver")?.name ?? "";

/** Signs the approver in with a session row, as a sign-in would write it: the mailbox gives an address few codes an hour. */
export async function signInAsApprover(page: Page, admin: Sql): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await admin`insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, proven_at, expires_at)
    select ${hash}, id, city_now(), city_now(), city_now(), city_now() + interval '8 hours' from staff where name = ${approver}`;
  const url = (process.env.E2E_ORIGIN ?? "").replace("http:", "https:");
  await page.context().addCookies([{ name: "__Host-komapo-staff", value: token, url, secure: true, httpOnly: true }]);
}

/** From the list of what waits: opens the draft about this thing. */
export async function openDraft(checker: Page, about: string): Promise<void> {
  await checker.goto("/admin/approvals");
  await checker.getByRole("row").filter({ hasText: about }).getByRole("link").first().click();
  await checker.getByRole("heading", { level: 2, name: approvals("detail.effect") }).waitFor();
}

/** Approves the draft about this thing, after its check. */
export async function approveDraft(checker: Page, about: string): Promise<void> {
  await openDraft(checker, about);
  await checker.getByRole("button", { name: approvals("act.toCheck") }).click();
  await checker.getByRole("button", { name: approvals("act.approve") }).click();
  await checker.getByText(approvals("done.approved")).waitFor();
}
