import { and, eq, lt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffTotps } from "@/db/schema";
import { env } from "@/lib/env";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { unseal } from "@/lib/shared/seal";
import { liveTotp } from "./live-factors";
import { matchTotp } from "./match-totp";

export type TotpRefusal = "wrong_totp" | "totp_used";

/**
 * Takes a code of the person's authenticator app, once: it and every earlier one are spent with it, also for whoever sends it at the same
 * moment. `now` is the machine's clock.
 */
export async function takeTotp(
  tx: Transaction,
  { staffId, code }: { staffId: string; code: string },
  now: Date,
): Promise<Result<"taken", TotpRefusal>> {
  const [kept] = await tx.select().from(staffTotps).where(liveTotp(staffId));
  const step = kept && matchTotp(unseal(env.FIELD_KEYS, kept.secretEncrypted), code, now);
  if (!kept || step === undefined) return refuse("wrong_totp");
  const taken = await tx
    .update(staffTotps)
    .set({ lastStep: step })
    .where(and(liveTotp(staffId), eq(staffTotps.id, kept.id), lt(staffTotps.lastStep, step)))
    .returning({ id: staffTotps.id });
  return taken.length > 0 ? ok("taken") : refuse("totp_used");
}
