import type { ClaimReceipt } from "./claim-points";

/** Where a claim leads: to its one receipt, which says of a repeat that nothing was received anew. */
export const receiptPath = ({ transferId, isRepeat }: Pick<ClaimReceipt, "transferId" | "isRepeat">) =>
  `/receipts/${transferId}${isRepeat ? "?already" : ""}` as const;
