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
  | "member_suspended"
  | "member_leaving";

/** What can be done with a quote now; the database decides again when it is confirmed (product rule 7). */
export function decideCheck(check: Check, at: Date): CheckState {
  if (check.paidBy) return "paid";
  if (check.walletState !== "open") return readShutWallet(check.walletState);
  if (check.closedAt) return "quote_closed";
  if (at >= check.expiresAt) return "quote_expired";
  return check.points > check.balance ? "insufficient_points" : "open";
}

/** Why nothing is spent out of a wallet that is not open. One who was merged or has left is as good as suspended. */
export const readShutWallet = (walletState: string): "member_leaving" | "member_suspended" =>
  walletState === "leaving" ? "member_leaving" : "member_suspended";
