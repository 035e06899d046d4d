"use client";

import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";

export interface ProgressProps {
  label: string;
  /** Left out while nobody can say how much is done. */
  value?: number;
  max?: number;
  /** The figure in words, e.g. how much of a budget is used; without it a percentage is shown. */
  text?: string;
}

export function Progress({ label, value, max = 100, text }: ProgressProps) {
  const known = value === undefined ? { isIndeterminate: true } : { value, maxValue: max };
  return (
    <ProgressBar {...known} {...(text === undefined ? {} : { valueLabel: text })} className="flex flex-col gap-1">
      {({ percentage, valueText }) => (
        <>
          <div className="flex flex-wrap justify-between gap-x-4">
            <Label>{label}</Label>
            <span className="tabular-nums">{valueText}</span>
          </div>
          <div className="h-3 overflow-hidden rounded-full border border-edge bg-white">
            <div
              className={`h-full bg-primary forced-colors:bg-[CanvasText] ${percentage === undefined ? "w-1/3 animate-progress-slide" : ""}`}
              style={percentage === undefined ? undefined : { width: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
