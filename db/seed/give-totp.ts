import { db } from "@/db/client";
import { staffTotps } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { seal } from "@/lib/shared/seal";

/** An authenticator app whose secret everybody knows: for demo books and tests only. */
export async function giveTotp(staffId: string, secret: string, at: Date): Promise<void> {
  const secretEncrypted = seal(env.FIELD_KEYS, secret);
  await db.insert(staffTotps).values({ id: newId(), staffId, secretEncrypted, createdAt: at, confirmedAt: at });
}
