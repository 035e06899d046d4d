import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type CardRefusal, decideNewPin } from "./decide-card";
import { findCardFacts } from "./find-card-facts";
import { type IssuedCard, insertCard } from "./insert-card";
import { type CardRevocation, findCard, markCardRevoked } from "./revoke-card";

/**
 * Replaces a live card that was lost or worn: the old one is void and the new one live in the same moment. Of two at once, one succeeds. Its PIN is chosen anew.
 * Refuses `unknown_card`, `not_live` (revoked already) `trivial_pin` and `own_wallet`; then the old card stays as it was.
 */
export async function reissueCard(
  revocation: CardRevocation,
  actor: StaffActor,
  at: Date,
  pin?: string,
): Promise<Result<IssuedCard, CardRefusal>> {
  const old = await findCard(db, revocation.cardId);
  const target = old
    ? { targetKind: "member", targetId: old.memberId }
    : { targetKind: "card", targetId: revocation.cardId };
  const act = { act: "reissue_card", ...target };
  const answer = await runTransaction(async (tx): Promise<Result<IssuedCard, CardRefusal>> => {
    if (!old) return refuse("unknown_card");
    const decided = decideNewPin(await findCardFacts(tx, old.memberId, actor.staffId), pin);
    if (!decided.ok) return decided;
    if (!(await markCardRevoked(tx, revocation, actor, at))) return refuse("not_live");
    const card = await insertCard(tx, { memberId: old.memberId, issuedBy: actor.staffId, pin }, at);
    if (!card) throw new Error("a member without a live card could not be given one");
    const serials = { before: { serial: old.serial }, after: { serial: card.serial } };
    await recordAct(tx, actor, { ...act, ...serials, outcome: "done", reason: revocation.reason }, at);
    return ok(card);
  });
  return recordDenied(answer, actor, act, at);
}
