import type { Shape } from "@/lib/codes/draw-shapes";
import type { FormState } from "@/lib/shared/form";

/** A card, and the part of its sheet that is shown. */
export type CardDrawing = { shapes: Shape[]; page: { x: number; y: number; width: number; height: number } };

/** What was done, in words, for the one time that it is shown. */
export type ReceiptWords = {
  title: string;
  rows: { term: string; detail: string }[];
  /** What to do now. */
  text?: string;
  card?: CardDrawing;
};

/** What an act at the counter gives back: the form again, or the receipt with which the visit is over. */
export type CounterState = (NonNullable<FormState> & { receipt?: ReceiptWords }) | null;
