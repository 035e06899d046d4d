"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMemberForClaim } from "@/lib/auth/require-for-claim";
import { claimPoints } from "@/lib/claims/claim-points";
import { ClaimInput } from "@/lib/claims/input";
import { findOffer } from "@/lib/claims/queries";
import { receiptPath } from "@/lib/claims/receipt-path";
import { cityNow } from "@/lib/clock/city-now";
import { spendAttempt } from "@/lib/limits/limits";
import { formValues } from "@/lib/shared/form";
import { type Refused, refusalWords } from "./offer-words";

/**
 * Receives the points of a code, once, and leads to the receipt. The token is looked up before the limit is asked: a venue shares one address, and
 * nobody's wrong codes may shut its true one out. Nothing is lost by that, since 128 bits cannot be guessed; unknown ones count towards the limit
 * that protects the short typed codes (`openTypedCodeAction`), and are told to wait once it is used up. A revoked one is no guess: somebody stands
 * before an old poster, and a crowd there must not shut the typed codes.
 */
export async function claimAction(_: Refused | null, form: FormData): Promise<Refused> {
  const { memberId, agentId, address } = await requireMemberForClaim(
    formValues(form).token ?? "",
    formValues(form).drawnFor,
  );
  const input = ClaimInput.safeParse(formValues(form));
  if (!input.success) return refusedGuess(address);
  const at = await cityNow();
  const claimed = await claimPoints({ ...input.data, memberId, agentId, at });
  if (claimed.ok) redirect(receiptPath(claimed.value));
  if (claimed.reason === "unknown_code") return refusedGuess(address);
  return refusalWords(claimed.reason, await findOffer(input.data.token, undefined, at));
}

async function refusedGuess(address: string): Promise<Refused> {
  const allowed = await spendAttempt("code_guess", address);
  if (allowed.ok) return refusalWords("unknown_code", undefined);
  const t = await getTranslations("claims.busy");
  return { title: t("title"), text: t("text", { minutes: Math.ceil(allowed.retryAfterSeconds / 60) }) };
}
