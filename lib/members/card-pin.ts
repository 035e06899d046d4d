import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberCards } from "@/db/schema";
import { env } from "@/lib/env";
import { hashWithKey } from "@/lib/shared/keyed-hash";
import { PIN_TRIES } from "./decide-pin";

/** Bound to its card: the same four digits on another card are another hash. */
export const hashPin = (cardId: string, pin: string): Buffer =>
  hashWithKey(env.INDEX_KEY, "card_pin", `${cardId}:${pin}`);

/** The member's live card under its row's lock, so that simultaneous tries come one after another. */
export async function lockLiveCard(tx: Transaction, memberId: string) {
  const [card] = await tx
    .select({
      cardId: memberCards.id,
      serial: memberCards.serial,
      pinHash: memberCards.pinHash,
      pinTriesLeft: memberCards.pinTriesLeft,
    })
    .from(memberCards)
    .where(and(eq(memberCards.memberId, memberId), isNull(memberCards.revokedAt)))
    .for("update");
  return card;
}

/** Keeps a new PIN, with all of its tries. */
export async function writePin(tx: Transaction, cardId: string, pin: string): Promise<void> {
  const pinHash = hashPin(cardId, pin);
  await tx.update(memberCards).set({ pinHash, pinTriesLeft: PIN_TRIES }).where(eq(memberCards.id, cardId));
}

/** Tries left of a card: one fewer after a wrong PIN, all of them after a right one. */
export async function writeTries(tx: Transaction, cardId: string, pinTriesLeft: number): Promise<void> {
  await tx.update(memberCards).set({ pinTriesLeft }).where(eq(memberCards.id, cardId));
}
