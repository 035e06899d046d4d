import { and, asc, eq, isNull } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { openField, sealField } from "@/lib/open-field";
import type { Keys } from "./keys";

/** A person's passkeys that open something. */
export const livePasskey = (keys: Keys, ownerId: string) =>
  and(eq(keys.passkeyOwner, ownerId), isNull(keys.passkeys.removedAt));

/** The same, oldest first; no key leaves with them. */
export async function listPasskeys(keys: Keys, ownerId: string, database: Database = db) {
  const { passkeys } = keys;
  const rows = await database
    .select({
      id: passkeys.id,
      credentialId: passkeys.credentialId,
      transports: passkeys.transports,
      labelEncrypted: passkeys.labelEncrypted,
      backedUp: passkeys.backedUp,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(livePasskey(keys, ownerId))
    .orderBy(asc(passkeys.id));
  return rows.map(({ labelEncrypted, ...shown }) => ({ ...shown, label: openField(labelEncrypted) ?? "" }));
}
export type LivePasskey = Awaited<ReturnType<typeof listPasskeys>>[number];

type OwnPasskey = { ownerId: string; passkeyId: string };

/** Takes a live passkey away, from the next sign-in on. */
export async function removePasskey(tx: Transaction, keys: Keys, own: OwnPasskey, at: Date): Promise<void> {
  const mine = and(livePasskey(keys, own.ownerId), eq(keys.passkeys.id, own.passkeyId));
  await tx.update(keys.passkeys).set({ removedAt: at }).where(mine);
}

/** Gives a live passkey another name; false where the person has no such one. */
export async function labelPasskey(database: Database, keys: Keys, own: OwnPasskey, label: string): Promise<boolean> {
  const mine = and(livePasskey(keys, own.ownerId), eq(keys.passkeys.id, own.passkeyId));
  const named = await database
    .update(keys.passkeys)
    .set({ labelEncrypted: sealField(label) })
    .where(mine)
    .returning({ id: keys.passkeys.id });
  return named.length > 0;
}
