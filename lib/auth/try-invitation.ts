import "server-only";
import { keepAttempt, returnAttempt, takeAttempt } from "@/lib/limits/limits";
import type { InvitationRefusal } from "@/lib/members/decide-invitation";
import type { Result } from "@/lib/shared/result";
import { countGuess, peekGuesses, type TooMany } from "./try-code";

/**
 * Lets a person who joins type an invitation, within exact limits on wrong ones for the person and for the client address; `join` is the
 * use case that takes it (`takeInvitation`). Anything else that is refused costs no try.
 */
export async function tryInvitation<T, Reason extends string>(
  { memberId, address }: { memberId: string; address: string },
  join: () => Promise<Result<T, Reason | InvitationRefusal>>,
): Promise<Result<T, Reason | InvitationRefusal> | TooMany> {
  const fromHere = await peekGuesses(address);
  const allowed = fromHere.ok ? await takeAttempt("invitation_guess", memberId) : fromHere;
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const joined = await join();
  const isWrong = !joined.ok && joined.reason === "invitation_unknown";
  await (isWrong ? keepAttempt : returnAttempt)("invitation_guess", memberId);
  if (isWrong) await countGuess(address);
  return joined;
}
