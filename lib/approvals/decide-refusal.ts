type DatabaseFault = { code?: unknown; message?: unknown; constraint_name?: unknown };

const known = ["already_decided", "own_wallet", "staff_disabled", "maker_gone", "maker_own_wallet"] as const;
export type GuardRefusal = (typeof known)[number] | "own_draft";

/** Reads what the table's guard refused (SQLSTATE KP003) out of what a query threw; undefined when it is a fault that nobody expected. */
export function findGuardRefusal(thrown: unknown): GuardRefusal | undefined {
  const fault = (thrown instanceof Error ? (thrown.cause ?? thrown) : {}) as DatabaseFault;
  if (fault.code === "KP003") return known.find((reason) => reason === fault.message);
  if (fault.code === "23514" && fault.constraint_name === "approvals_two_persons") return "own_draft";
  return undefined;
}
