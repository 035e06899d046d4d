import { ok, type Result, refuse } from "@/lib/shared/result";

export const cardRefusals = ["unknown_member", "own_wallet", "not_live", "unknown_card"] as const;
export type CardRefusal = (typeof cardRefusals)[number];

/** Whether this member of staff may act on the member's card: never on their own (product §3.9). */
export function decideCardAct(
  member: { isOwn: boolean } | undefined,
): Result<null, Extract<CardRefusal, "unknown_member" | "own_wallet">> {
  if (!member) return refuse("unknown_member");
  return member.isOwn ? refuse("own_wallet") : ok(null);
}
