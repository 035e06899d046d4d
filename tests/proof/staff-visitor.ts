import { createHash, randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { callAction } from "../support/call-action";
import { listActions } from "../support/manifests";

/** A session row as a sign-in would write it; gives the cookie. */
export async function signInStaff(admin: Sql, staffId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await admin`insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, proven_at, expires_at)
    values (${hash}, ${staffId}, now(), now(), now(), now() + interval '1 hour')`;
  return `__Host-komapo-staff=${token}`;
}

/** Presses the button that approves a draft, in a session of its own. */
export async function pressApprove(origin: string, cookie: string, approvalId: string): Promise<void> {
  const id = listActions().get("app/admin/(console)/approvals/[id]/actions.ts#approveAction");
  if (!id) throw new Error("the build has no action that approves");
  const headers = { cookie, origin, "sec-fetch-site": "same-origin" };
  const form = { approvalId, step: "confirmed" };
  await callAction({ origin, path: `/admin/approvals/${approvalId}`, id, headers }, { before: [null], form });
}
