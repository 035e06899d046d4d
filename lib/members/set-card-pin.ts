import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { lockLiveCard, writePin } from "./card-pin";
import { type CardRefusal, decideNewPin } from "./decide-card";
import { findCardFacts } from "./find-card-facts";

type Wish = { memberId: string; pin: string };

/**
 * Sets the PIN of a member's live card anew, with five tries; only where staff have seen who it is. `pin` is what `readPin` gave. Refuses
 * `unknown_member`, `own_wallet`, `trivial_pin`, and `unknown_card` where none lives.
 */
export async function setCardPin(
  { memberId, pin }: Wish,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ serial: number }, CardRefusal>> {
  const act = { act: "set_card_pin", targetKind: "member", targetId: memberId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ serial: number }, CardRefusal>> => {
    const decided = decideNewPin(await findCardFacts(tx, memberId, actor.staffId), pin);
    if (!decided.ok) return decided;
    const card = await lockLiveCard(tx, memberId);
    if (!card) return refuse("unknown_card");
    await writePin(tx, card.cardId, pin);
    const { serial } = card;
    await recordAct(tx, actor, { ...act, outcome: "done", after: { serial } }, at);
    return ok({ serial });
  });
  return recordDenied(answer, actor, act, at);
}
