"use client";

import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";

export interface ProgressProps {
  label: string;
  /** Per cent; more than 100 fills the bar. */
  percent: number;
  /** The figure in words, e.g. how much of a budget is used. */
  text: string;
  tone?: "primary" | "error";
}

const tones = { primary: "bg-primary", error: "bg-error-2" };

/** How much of a whole is done or used, in words and as a bar. */
export function Progress({ label, percent, text, tone = "primary" }: ProgressProps) {
  return (
    <ProgressBar value={percent} valueLabel={text} className="flex flex-col gap-1">
      <Label className="sr-only">{label}</Label>
      <span className="tabular-nums">{text}</span>
      <div className="h-3 overflow-hidden rounded-full border border-edge bg-white">
        <div
          className={`h-full forced-colors:bg-[CanvasText] ${tones[tone]}`}
          style={{ width: `${Math.min(percent, 100)}%` }}
        />
      </div>
    </ProgressBar>
  );
}
