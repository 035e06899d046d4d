import { ok, type Result, refuse } from "@/lib/shared/result";
import { type Birth, decidePin } from "./decide-pin";

export const cardRefusals = ["unknown_member", "own_wallet", "not_live", "unknown_card", "trivial_pin"] as const;
export type CardRefusal = (typeof cardRefusals)[number];

type CardActRefusal = Extract<CardRefusal, "unknown_member" | "own_wallet">;

/** Whether this member of staff may act on the member's card: never on their own (product §3.9). */
export function decideCardAct(member: { isOwn: boolean } | undefined): Result<null, CardActRefusal> {
  if (!member) return refuse("unknown_member");
  return member.isOwn ? refuse("own_wallet") : ok(null);
}

/**
 * The same where the member chooses a PIN; without one, the card buys nothing until it is chosen at the counter. A membership that was merged into
 * another is nobody's any more, and gets neither.
 */
export function decideNewPin(
  member: ({ isOwn: boolean; isMerged: boolean } & Birth) | undefined,
  pin: string | undefined,
): Result<null, CardActRefusal | "trivial_pin"> {
  const allowed = decideCardAct(member?.isMerged ? undefined : member);
  return allowed.ok && member && pin !== undefined ? decidePin(pin, member) : allowed;
}
