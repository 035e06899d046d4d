import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { memberCards } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result } from "@/lib/shared/result";
import { decideNewPin } from "./decide-card";
import { findCardFacts } from "./find-card-facts";
import { type IssuedCard, insertCard } from "./insert-card";

/**
 * Issues a member's card, of which there is one live at a time: where one lives, that one is the answer, with the PIN it has. `pin`
 * is what `readPin` gave. Refuses `unknown_member`, `trivial_pin`, and `own_wallet` to staff whose own membership it is.
 */
export async function issueCard(
  memberId: string,
  actor: StaffActor,
  at: Date,
  pin?: string,
): Promise<Result<IssuedCard & { isRepeat: boolean }, "unknown_member" | "own_wallet" | "trivial_pin">> {
  const act = { act: "issue_card", targetKind: "member", targetId: memberId } as const;
  const decided = decideNewPin(await findCardFacts(db, memberId, actor.staffId), pin);
  if (!decided.ok) return recordDenied(decided, actor, act, at);
  return db.transaction(async (tx) => {
    const card = await insertCard(tx, { memberId, issuedBy: actor.staffId, pin }, at);
    if (!card) return ok({ ...(await getLiveCard(tx, memberId)), isRepeat: true });
    await recordAct(tx, actor, { ...act, outcome: "done", after: { serial: card.serial } }, at);
    return ok({ ...card, isRepeat: false });
  });
}

async function getLiveCard(tx: Transaction, memberId: string): Promise<IssuedCard> {
  const [live] = await tx
    .select({ cardId: memberCards.id, memberId: memberCards.memberId, serial: memberCards.serial })
    .from(memberCards)
    .where(and(eq(memberCards.memberId, memberId), isNull(memberCards.revokedAt)));
  if (!live) throw new Error("no card was issued and none lives");
  return live;
}
