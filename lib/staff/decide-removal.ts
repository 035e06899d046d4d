import { ok, type Result, refuse } from "@/lib/shared/result";

export type LiveFactor = { id: string; kind: "passkey" | "totp" };

/** Whether a factor may go: the last one stays, since nobody could sign in any more. */
export function decideRemoval(
  live: readonly LiveFactor[],
  factorId: string,
): Result<LiveFactor, "unknown_factor" | "last_factor"> {
  const found = live.find(({ id }) => id === factorId);
  if (!found) return refuse("unknown_factor");
  return live.length > 1 ? ok(found) : refuse("last_factor");
}
