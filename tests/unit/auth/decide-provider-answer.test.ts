import { expect, test } from "vitest";
import { decideProviderError, decideProviderFault, isFreshProof } from "@/lib/auth/decide-provider-answer";

test("each error of a provider is one of the sentences", () => {
  expect(decideProviderError("access_denied")).toBe("consent_denied");
  for (const error of ["login_required", "interaction_required", "consent_required", "account_selection_required"])
    expect(decideProviderError(error)).toBe("not_signed_in_there");
  for (const error of ["server_error", "temporarily_unavailable"])
    expect(decideProviderError(error)).toBe("provider_down");
  for (const error of ["", "invalid_request", "<script>"]) expect(decideProviderError(error)).toBe("answer_spoiled");
});

test("a provider that cannot be reached is told from an answer that does not hold", () => {
  expect(decideProviderFault({ code: "ECONNREFUSED", text: "" })).toBe("provider_down");
  expect(decideProviderFault({ text: "outgoing request timed out after 3000ms" })).toBe("provider_down");
  expect(decideProviderFault({ text: "expected 200 OK, got: 503 Service Unavailable" })).toBe("provider_down");
  expect(decideProviderFault({ text: "invalid_grant" })).toBe("answer_spoiled");
  expect(decideProviderFault(undefined)).toBe("answer_spoiled");
});

test("a proof is one for which the provider asked the person within five minutes, and says so", () => {
  expect(isFreshProof({ iat: 1000, auth_time: 700 })).toBe(true);
  expect(isFreshProof({ iat: 1001, auth_time: 700 })).toBe(false);
  expect(isFreshProof({ iat: 1000 })).toBe(false);
  expect(isFreshProof({ iat: 1000, auth_time: "1000" })).toBe(false);
});
