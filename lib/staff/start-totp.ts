import { and, eq, isNull } from "drizzle-orm";
import { generateSecret } from "otplib";
import { db } from "@/db/client";
import { staffTotps } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { seal } from "@/lib/shared/seal";

/**
 * A new secret for an authenticator app, which opens nothing before `confirmTotp`. It is given out here and never again; one that was
 * started and not confirmed is void.
 */
export function startTotp(staffId: string, at: Date): Promise<{ totpId: string; secret: string }> {
  const [totpId, secret] = [newId(), generateSecret()];
  return db.transaction(async (tx) => {
    const unconfirmed = and(eq(staffTotps.staffId, staffId), isNull(staffTotps.confirmedAt));
    await tx
      .update(staffTotps)
      .set({ removedAt: at })
      .where(and(unconfirmed, isNull(staffTotps.removedAt)));
    await tx
      .insert(staffTotps)
      .values({ id: totpId, staffId, secretEncrypted: seal(env.FIELD_KEYS, secret), createdAt: at });
    return { totpId, secret };
  });
}
