import { randomBytes } from "node:crypto";
import type { Transaction } from "@/db/client";
import { memberCards } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { seal } from "@/lib/shared/seal";
import { hashPin } from "./card-pin";

export type IssuedCard = { cardId: string; memberId: string; serial: number };

/** `pin` is what the member chose; undefined where they were not asked. */
export type NewCard = { memberId: string; issuedBy: string; pin?: string | undefined };

const TOKEN_BYTES = 16;

/** Writes a new live card in the caller's transaction; undefined where the member has a live one already. */
export async function insertCard(
  tx: Transaction,
  { memberId, issuedBy, pin }: NewCard,
  issuedAt: Date,
): Promise<IssuedCard | undefined> {
  const id = newId();
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const [made] = await tx
    .insert(memberCards)
    .values({
      id,
      memberId,
      tokenHash: hashSecret(token),
      tokenEncrypted: seal(env.FIELD_KEYS, token),
      pinHash: pin === undefined ? null : hashPin(id, pin),
      issuedBy,
      issuedAt,
    })
    .onConflictDoNothing()
    .returning({ cardId: memberCards.id, memberId: memberCards.memberId, serial: memberCards.serial });
  return made;
}
