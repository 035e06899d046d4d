import "server-only";
import { type Allowance, type LimitKind, returnAttempt, takeAttempt } from "@/lib/limits/limits";
import type { JoinRefusal } from "@/lib/members/decide-join";
import { findNamedCard, type NamedCard } from "@/lib/members/find-join-facts";
import { joinCard } from "@/lib/members/join-card";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Result } from "@/lib/shared/result";
import type { TooMany } from "./try-code";

type Wish = { memberId: string; card: NamedCard; pin: string };

/** In this order, so that what is refused nearer by uses up nothing further out. */
async function takeAll(counts: readonly [LimitKind, string][]): Promise<Allowance> {
  for (const [kind, key] of counts) {
    const allowed = await takeAttempt(kind, key);
    if (!allowed.ok) return allowed;
  }
  return { ok: true };
}

/** One count for a card, whether its QR or its number is tried; a new card begins anew. */
async function keyOf(card: NamedCard): Promise<string> {
  const typed = card.by === "card" ? hashSecret(card.token).toString("base64url") : card.number;
  return (await findNamedCard(card)) ?? typed;
}

/**
 * Lets a member try to join a card, within limits on wrong tries: of the member, of the client address, for the card, whoever tries, and of all
 * who try in the city. None of them shuts a card at the counter.
 */
export async function tryJoin(
  wish: Wish,
  address: string,
  at: Date,
): Promise<Result<{ memberId: string }, JoinRefusal> | TooMany> {
  const named = await keyOf(wish.card);
  const counts: [LimitKind, string][] = [
    ["card_join", wish.memberId],
    ["card_join_address", address],
    ["card_join_card", named],
    ["card_join_card_season", named],
    ["card_join_city", "all"],
  ];
  const allowed = await takeAll(counts);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const answer = await joinCard(wish, at);
  if (answer.ok || answer.reason !== "wrong_card") for (const [kind, key] of counts) await returnAttempt(kind, key);
  return answer;
}
