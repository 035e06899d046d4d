import { and, eq, isNull } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { memberCards } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideCardAct } from "./decide-card";
import { findCardFacts } from "./find-card-facts";
import type { IssuedCard } from "./insert-card";

export type CardRevocation = { cardId: string; reason: string };
type Refusal = "unknown_card" | "unknown_member" | "own_wallet";

/** Makes a card void, for good and at once: what it says is nobody's from now on. Again: changes nothing. Refuses `unknown_card`, `own_wallet`. */
export async function revokeCard(
  revocation: CardRevocation,
  actor: StaffActor,
  at: Date,
): Promise<Result<IssuedCard, Refusal>> {
  const card = await findCard(db, revocation.cardId);
  const target = card
    ? { targetKind: "member", targetId: card.memberId }
    : { targetKind: "card", targetId: revocation.cardId };
  const act = { act: "revoke_card", ...target };
  const answer = await runTransaction(async (tx): Promise<Result<IssuedCard, Refusal>> => {
    if (!card) return refuse("unknown_card");
    const decided = decideCardAct(await findCardFacts(tx, card.memberId, actor.staffId));
    if (!decided.ok) return decided;
    const revoked = await markCardRevoked(tx, revocation, actor, at);
    if (!revoked) return ok(card);
    const before = { serial: card.serial };
    await recordAct(tx, actor, { ...act, outcome: "done", before, reason: revocation.reason }, at);
    return ok(card);
  });
  return recordDenied(answer, actor, act, at);
}

/** A card, live or void. */
export async function findCard(database: Database, cardId: string): Promise<IssuedCard | undefined> {
  const [card] = await database
    .select({ cardId: memberCards.id, memberId: memberCards.memberId, serial: memberCards.serial })
    .from(memberCards)
    .where(eq(memberCards.id, cardId));
  return card;
}

/** Takes a live card's life in the caller's transaction; false where it has none. Of two at once, one gets it. */
export async function markCardRevoked(
  tx: Transaction,
  { cardId, reason }: CardRevocation,
  actor: StaffActor,
  at: Date,
): Promise<boolean> {
  const revoked = await tx
    .update(memberCards)
    .set({ revokedAt: at, revokedBy: actor.staffId, revokeReason: reason })
    .where(and(eq(memberCards.id, cardId), isNull(memberCards.revokedAt)))
    .returning({ id: memberCards.id });
  return revoked.length > 0;
}
