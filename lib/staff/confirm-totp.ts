import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffTotps } from "@/db/schema";
import { env } from "@/lib/env";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { unseal } from "@/lib/shared/seal";
import { liveTotp } from "./live-factors";
import { lockStaff } from "./lock-staff";
import { matchTotp } from "./match-totp";

/** A secret that was shown waits so long for its first code. */
const CONFIRM_MS = 15 * 60 * 1000;

export type ConfirmRefusal = "wrong_totp" | "totp_gone";

/**
 * The first right code makes a started authenticator app the person's, in the place of an earlier one; that code is spent. `now` is the
 * machine's clock, `at` city time.
 */
export async function confirmTotp(
  tx: Transaction,
  { staffId, totpId, code }: { staffId: string; totpId: string; code: string },
  now: Date,
  at: Date,
): Promise<Result<"confirmed", ConfirmRefusal>> {
  await lockStaff(tx, staffId);
  const started = and(eq(staffTotps.id, totpId), eq(staffTotps.staffId, staffId), isNull(staffTotps.confirmedAt));
  const isWaiting = and(isNull(staffTotps.removedAt), gt(staffTotps.createdAt, new Date(at.getTime() - CONFIRM_MS)));
  const [found] = await tx.select().from(staffTotps).where(and(started, isWaiting));
  if (!found) return refuse("totp_gone");
  const step = matchTotp(unseal(env.FIELD_KEYS, found.secretEncrypted), code, now);
  if (step === undefined) return refuse("wrong_totp");
  await tx.update(staffTotps).set({ removedAt: at }).where(liveTotp(staffId));
  await tx.update(staffTotps).set({ confirmedAt: at, lastStep: step }).where(started);
  return ok("confirmed");
}
