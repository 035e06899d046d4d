/** A member's quote as its check page shows it. */
export type Check = {
  points: number;
  balance: number;
  walletState: string;
  expiresAt: Date;
  closedAt: Date | null;
  paidBy: string | null;
};
export type CheckState =
  | "open"
  | "paid"
  | "quote_closed"
  | "quote_expired"
  | "insufficient_points"
  | "member_suspended";

/** What can be done with a quote now; the database decides again when it is confirmed (product rule 7). */
export function decideCheck(check: Check, at: Date): CheckState {
  if (check.paidBy) return "paid";
  if (check.walletState !== "open") return "member_suspended";
  if (check.closedAt) return "quote_closed";
  if (at >= check.expiresAt) return "quote_expired";
  return check.points > check.balance ? "insufficient_points" : "open";
}
