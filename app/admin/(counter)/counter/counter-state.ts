import type { FormState } from "@/lib/shared/form";

/** What was done, in words, for the one time that it is shown. */
export type ReceiptWords = {
  title: string;
  rows: { term: string; detail: string }[];
  /** What to do now. */
  text?: string;
};

/** What an act at the counter gives back: the form again, or the receipt with which the visit is over. */
export type CounterState = (NonNullable<FormState> & { receipt?: ReceiptWords }) | null;
