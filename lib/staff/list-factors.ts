import { asc } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { staffPasskeys, staffTotps } from "@/db/schema";
import { livePasskey, liveTotp } from "./live-factors";

/** A person's live factors, oldest first of each kind. Neither key nor secret leaves with them. */
export async function listFactors(staffId: string, database: Database = db) {
  const passkeys = await database
    .select({
      id: staffPasskeys.id,
      credentialId: staffPasskeys.credentialId,
      transports: staffPasskeys.transports,
      label: staffPasskeys.label,
      backedUp: staffPasskeys.backedUp,
      createdAt: staffPasskeys.createdAt,
      lastUsedAt: staffPasskeys.lastUsedAt,
    })
    .from(staffPasskeys)
    .where(livePasskey(staffId))
    .orderBy(asc(staffPasskeys.id));
  const [totp] = await database
    .select({ id: staffTotps.id, confirmedAt: staffTotps.confirmedAt })
    .from(staffTotps)
    .where(liveTotp(staffId));
  return { passkeys, totp };
}
export type Factors = Awaited<ReturnType<typeof listFactors>>;
