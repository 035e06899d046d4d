/** What the ledger's SQL functions may refuse (SQLSTATE KP001, reason as message); see db/functions. */
export const postingRefusals = [
  "unknown_account",
  "unknown_programme",
  "unknown_transfer",
  "event_key_conflict",
  "insufficient_points",
  "expires_before_grant",
  "happened_in_future",
  "budget_exhausted",
  "budget_below_used",
  "unknown_quote",
  "quote_closed",
  "quote_expired",
  "shop_closed",
  "not_reversible",
  "already_reversed",
  "more_than_original",
  "only_whole",
  "earlier_than_original",
  "grant_already_spent",
  "own_wallet",
  "no_proxy",
  "member_suspended",
  "member_leaving",
  "member_merged",
  "member_left",
  "book_archived",
] as const;

export type PostingRefusal = (typeof postingRefusals)[number];

type DatabaseFault = { code?: unknown; message?: unknown; constraint_name?: unknown };

/**
 * Reads a refusal out of what a query threw; undefined when it is a fault that nobody expected.
 * A key that another wallet took at the same moment shows as a unique violation: the same conflict.
 */
export function findPostingRefusal(thrown: unknown): PostingRefusal | undefined {
  const fault = (thrown instanceof Error ? (thrown.cause ?? thrown) : {}) as DatabaseFault;
  if (fault.code === "KP001") return postingRefusals.find((reason) => reason === fault.message);
  if (fault.code === "23505" && fault.constraint_name === "transfers_event_key") return "event_key_conflict";
  if (fault.code === "23505" && fault.constraint_name === "transfers_reversed_once") return "already_reversed";
  return undefined;
}
