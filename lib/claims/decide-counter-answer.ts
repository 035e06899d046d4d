import { ok, type Result, refuse } from "@/lib/shared/result";
import type { OfferRefusal } from "./decide-claim";

const said = [
  "budget_exhausted",
  "own_wallet",
  "member_suspended",
  "member_leaving",
  "member_merged",
  "member_left",
  "book_archived",
] as const;
export type CounterRefusal = "unknown_activity" | "needs_approved_code" | OfferRefusal | (typeof said)[number];

/** What the ledger's refusal is to the counter. A key that was taken with other points is the first receipt; anything else is a fault. */
export function decideCounterAnswer<Receipt>(
  reason: string,
  first: Receipt | undefined,
): Result<Receipt, (typeof said)[number]> {
  const known = said.find((refusal) => refusal === reason);
  if (known) return refuse(known);
  if (reason !== "event_key_conflict" || !first) throw new Error(`a grant at the counter was refused as ${reason}`);
  return ok(first);
}
