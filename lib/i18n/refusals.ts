import type { ClaimRefusal } from "@/lib/claims/decide-claim";
import type { ScanRefusal } from "@/lib/codes/decide-scanned-text";
import type { PaymentRefusal } from "@/lib/spending/confirm-payment";
import type { QuoteRefusal } from "@/lib/spending/decide-quote";
import { ja } from "./catalogue";

type Sentences<Reason extends string> = Record<Reason, string>;

/** Each reason that a domain may refuse with has its sentence, and what to do about it: a missing one does not compile. */
export const sentences = {
  claims: ja.claims.refusal satisfies Sentences<ClaimRefusal>,
  claimsAdvice: ja.claims.advice satisfies Sentences<ClaimRefusal>,
  scan: ja.scan.refusal satisfies Sentences<ScanRefusal>,
  scanAdvice: ja.scan.refusalText satisfies Sentences<ScanRefusal>,
  spending: ja.spending.refusal satisfies Sentences<QuoteRefusal | PaymentRefusal>,
  spendingAdvice: ja.spending.advice satisfies Sentences<QuoteRefusal | PaymentRefusal>,
};
