import "server-only";
import { type Allowance, keepAttempt, type LimitKind, returnAttempt, takeAttempt } from "@/lib/limits/limits";
import type { JoinRefusal } from "@/lib/members/decide-join";
import { findNamedCard, type NamedCard } from "@/lib/members/find-join-facts";
import { joinCard } from "@/lib/members/join-card";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Result } from "@/lib/shared/result";
import type { TooMany } from "./try-code";

type Count = [LimitKind, string];
type Wish = { memberId: string; card: NamedCard; pin: string };

/** In this order, so that what is refused nearer by uses up nothing further out, and what is refused is not judged and uses up nothing at all. */
async function takeAll(counts: readonly Count[]): Promise<Allowance> {
  for (const [index, [kind, key]] of counts.entries()) {
    const allowed = await takeAttempt(kind, key);
    if (allowed.ok) continue;
    await giveBack(counts.slice(0, index));
    return allowed;
  }
  return { ok: true };
}

async function giveBack(counts: readonly Count[]): Promise<void> {
  for (const [kind, key] of counts) await returnAttempt(kind, key);
}

/** One count for a card, whether its QR or its number is tried; a new card begins anew. */
async function countsOf({ memberId, card }: Wish, address: string): Promise<Count[]> {
  const typed = card.by === "card" ? hashSecret(card.token).toString("base64url") : card.number;
  const found = await findNamedCard(card);
  const named = found ?? typed;
  const near: Count[] = [
    ["card_join", memberId],
    ["card_join_address", address],
    ["card_join_card", named],
    ["card_join_card_season", named],
  ];
  // Numbers can be tried one after another; a printed QR is had by its holder alone, and a number without a card opens nothing.
  return found && card.by === "number" ? [...near, ["card_join_city", "all"]] : near;
}

/**
 * Lets a member try to join a card, within limits on wrong tries: of the member, of the client address, for the card, whoever tries, and of all
 * who try numbers in the city. None of them shuts a card at the counter.
 */
export async function tryJoin(
  wish: Wish,
  address: string,
  at: Date,
): Promise<Result<{ memberId: string }, JoinRefusal> | TooMany> {
  const counts = await countsOf(wish, address);
  const allowed = await takeAll(counts);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const answer = await joinCard(wish, at);
  if (answer.ok || answer.reason !== "wrong_card") await giveBack(counts);
  else for (const [kind, key] of counts) await keepAttempt(kind, key);
  return answer;
}
