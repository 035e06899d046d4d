import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { makeInvitationCode } from "@/lib/members/decide-invitation";
import { hashInvitation } from "@/lib/members/take-invitation";
import { newId } from "@/lib/shared/ids";
import { MAY_DAY } from "./staff-fixtures";

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Makes this file's book a closed test. */
export const beginTest = (admin: Sql) => admin`update books set kind = 'closed_test' where is_current`;

/** An invitation made past the use case; resolves to its code. */
export async function invite(admin: Sql, createdBy: string, expiresAt = new Date(MAY_DAY.getTime() + WEEK)) {
  const code = makeInvitationCode(randomBytes(8));
  await admin`insert into test_invitations (id, batch_id, label, code_hash, created_by, created_at, expires_at)
    values (${newId()}, ${newId()}, '試験', ${hashInvitation(code)}, ${createdBy}, ${MAY_DAY}, ${expiresAt})`;
  return code;
}
