import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { counterVisits } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result } from "@/lib/shared/result";
import { hashPin, lockLiveCard, writeTries } from "./card-pin";
import { decidePinTry, needsPin, PIN_TRIES, type PinRefusal, readPin } from "./decide-pin";

type Typed = { visitId: string; memberId: string; typed: string };
type Answer = Result<"right" | "unasked", PinRefusal>;

/** Whether the member of this visit is asked for their card's PIN before points are taken. */
export async function isPinAsked(visitId: string): Promise<boolean> {
  const [visit] = await db
    .select({ foundBy: counterVisits.foundBy })
    .from(counterVisits)
    .where(eq(counterVisits.id, visitId));
  return needsPin(visit?.foundBy);
}

async function tryPin(tx: Transaction, memberId: string, pin: string): Promise<Answer> {
  const card = await lockLiveCard(tx, memberId);
  const decided = decidePinTry(card, hashPin(card?.cardId ?? "", pin));
  if (!card) return decided;
  const left = decided.ok ? PIN_TRIES : card.pinTriesLeft - 1;
  if (decided.ok || decided.reason === "wrong_pin") await writeTries(tx, card.cardId, left);
  return decided;
}

/**
 * Checks the PIN that the member of a visit keyed in; each wrong one costs one of the card's five tries, across all visits. A visit that no card
 * opened is not asked. A refusal is an act on record; points have not moved.
 */
export async function checkCardPin({ visitId, memberId, typed }: Typed, actor: StaffActor, at: Date): Promise<Answer> {
  if (!(await isPinAsked(visitId))) return ok("unasked");
  const pin = readPin(typed);
  if (!pin.ok) return pin;
  const answer = await db.transaction((tx) => tryPin(tx, memberId, pin.value));
  const act = { act: "check_card_pin", targetKind: "member", targetId: memberId } as const;
  return recordDenied(answer, actor, act, at);
}
