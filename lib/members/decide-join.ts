import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { CardPin } from "./decide-pin";

/** The member who is signed in, in whose app it is asked. */
export type JoiningMember = {
  memberId: string;
  isActive: boolean;
  hasHistory: boolean;
  hasCard: boolean;
  hasEmail: boolean;
};
/** The member of the live card that was named. */
export type CardMember = CardPin & { memberId: string; isActive: boolean; hasEmail: boolean };

export const joinRefusals = ["wrong_card", "has_history", "has_card", "has_email"] as const;
export type JoinRefusal = (typeof joinRefusals)[number];

/**
 * Whether an app member and a printed card become one person by themselves: only where the app's account has never moved a point, so that
 * nothing of the ledger moves; two with a history are merged at the counter. Every fault of card or PIN is told alike.
 */
export function decideJoin(
  app: JoiningMember,
  card: CardMember | undefined,
  typedHash: Uint8Array,
): Result<null, JoinRefusal> {
  if (app.hasHistory || !app.isActive) return refuse("has_history");
  if (app.hasCard) return refuse("has_card");
  const isRight = card?.isActive && card.pinTriesLeft > 0 && card.pinHash && isSameHash(card.pinHash, typedHash);
  if (!isRight || card.memberId === app.memberId) return refuse("wrong_card");
  return app.hasEmail && card.hasEmail ? refuse("has_email") : ok(null);
}
