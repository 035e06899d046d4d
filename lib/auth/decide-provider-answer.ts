/** Why a sign-in at a provider came to nothing; each has its sentence. */
export const providerRefusals = [
  "provider_down",
  "consent_denied",
  "answer_spoiled",
  "not_signed_in_there",
  "identity_taken",
  "other_person",
  "not_fresh",
  "session_changed",
  "address_elsewhere",
  "residency_taken",
  "membership_ended",
  "too_many_starts",
] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

const unanswered = /^(outgoing request timed out|expected 200 OK, got: 5)/;

/** What the error of an authorization response (RFC 6749 4.1.2.1, OIDC Core 3.1.2.6) means for the person. */
export function decideProviderError(error: string): ProviderRefusal {
  if (error === "access_denied") return "consent_denied";
  if (/^(login|interaction|consent|account_selection)_required$/.test(error)) return "not_signed_in_there";
  return /^(server_error|temporarily_unavailable)$/.test(error) ? "provider_down" : "answer_spoiled";
}

/** A provider that cannot be reached, told from an answer that does not hold: a replayed code, a wrong state, a token of somebody else's. */
export function decideProviderFault(fault: { code?: string; text: string } | undefined): ProviderRefusal {
  return fault && (/^E[A-Z]/.test(fault.code ?? "") || unanswered.test(fault.text))
    ? "provider_down"
    : "answer_spoiled";
}

/** Seconds since the person last showed there who they are, at most, when they prove it for a change of their ways in. */
export const PROOF_SECONDS = 300;

/** Whether the provider asked the person just now: both moments are the provider's own. */
export const isFreshProof = ({ iat, auth_time }: Record<string, unknown>): boolean =>
  typeof iat === "number" && typeof auth_time === "number" && iat - auth_time <= PROOF_SECONDS;
