import { type Database, db } from "@/db/client";
import { staffTotps } from "@/db/schema";
import { staffKeys } from "@/lib/passkeys/keys";
import { listPasskeys } from "@/lib/passkeys/live-passkeys";
import { liveTotp } from "./live-factors";
import { STEP_SECONDS } from "./match-totp";

type App = { id: string; confirmedAt: Date | null; lastStep: number };

/** The last code is known by its step; it is good for 30 seconds, and told by its first. */
const describeTotp = ({ id, confirmedAt, lastStep }: App) => ({
  id,
  confirmedAt,
  lastUsedAt: lastStep === 0 ? null : new Date(lastStep * STEP_SECONDS * 1000),
});

/** A person's live factors, oldest first of each kind. Neither key nor secret leaves with them. */
export async function listFactors(staffId: string, database: Database = db) {
  const passkeys = await listPasskeys(staffKeys, staffId, database);
  const [app] = await database
    .select({ id: staffTotps.id, confirmedAt: staffTotps.confirmedAt, lastStep: staffTotps.lastStep })
    .from(staffTotps)
    .where(liveTotp(staffId));
  return { passkeys, totp: app && describeTotp(app) };
}
export type Factors = Awaited<ReturnType<typeof listFactors>>;
