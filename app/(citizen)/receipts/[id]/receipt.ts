import type { findReceipt } from "@/lib/history/queries";

export type Receipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;
