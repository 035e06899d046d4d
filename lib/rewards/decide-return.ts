export const returnRefusals = ["unknown_exchange", "own_wallet", "member_merged", "book_archived"] as const;
export type ReturnRefusal = (typeof returnRefusals)[number];

/** What the ledger may say of a return; a second one is a repeat to it, and anything else is a fault. */
export function readReturnRefusal(reason: string): ReturnRefusal {
  const known = returnRefusals.find((refusal) => refusal === reason);
  if (!known) throw new Error(`the ledger refused the return of an exchange with ${reason}`);
  return known;
}
