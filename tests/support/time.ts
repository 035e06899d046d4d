import type { Sql } from "postgres";
import { hashWithKey } from "@/lib/shared/keyed-hash";
import { testEnvironment } from "./test-environment";

// Time passes for one row only: other journeys run on the same book, so its clock stays.

/** Eleven minutes go by for the sign-in code that was mailed to the address. */
export async function letSignInCodeExpire(admin: Sql, address: string): Promise<void> {
  const index = hashWithKey(Buffer.from(testEnvironment.INDEX_KEY, "base64"), "email", address);
  const aged = await admin`update sign_in_attempts set code_expires_at = code_expires_at - interval '11 minutes'
    where email_index = ${index}`;
  if (aged.count !== 1) throw new Error(`${address} has no sign-in under way.`);
}

/** Four minutes go by for a payment's check page. */
export async function letQuoteExpire(admin: Sql, quoteId: string): Promise<void> {
  const aged = await admin`update quotes set opened_at = opened_at - interval '4 minutes',
    expires_at = expires_at - interval '4 minutes' where id = ${quoteId}`;
  if (aged.count !== 1) throw new Error(`There is no quote ${quoteId}.`);
}

/** A minute goes by at the counter without a key or a touch, in the open visit of the member with this number. */
export async function letVisitIdle(admin: Sql, number: string): Promise<void> {
  const aged = await admin`update counter_visits set last_seen_at = last_seen_at - interval '61 seconds'
    where ended_at is null and member_id = (select id from members where number = ${number})`;
  if (aged.count !== 1) throw new Error(`${number} has no visit open.`);
}

/** A staff session is as it would be this many seconds after its person last did anything. */
export async function letSessionIdle(admin: Sql, tokenHash: Buffer, seconds: number): Promise<void> {
  const aged = await admin`update staff_sessions set last_seen_at = city_now() - ${seconds} * interval '1 second',
    expires_at = city_now() + interval '1 hour' where token_hash = ${tokenHash}`;
  if (aged.count !== 1) throw new Error("There is no such staff session.");
}

/** Six minutes go by since a staff session's person last showed their second factor. */
export async function letFactorGrowStale(admin: Sql, tokenHash: Buffer): Promise<void> {
  const aged = await admin`update staff_sessions set proven_at = city_now() - interval '6 minutes'
    where token_hash = ${tokenHash}`;
  if (aged.count !== 1) throw new Error("There is no such staff session.");
}
