export type Agreement = "same" | "other" | "unknown";

/** Whether two blind indexes are of one value; unknown where either membership never told it. */
export function decideAgreement(one: Uint8Array | null, other: Uint8Array | null): Agreement {
  if (!one || !other) return "unknown";
  return Buffer.compare(one, other) === 0 ? "same" : "other";
}
