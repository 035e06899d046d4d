import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "info" | "success" | "warning" | "error";

const tones: Record<BadgeTone, string> = {
  neutral: "border-edge text-quiet bg-white",
  info: "border-link text-link bg-blue-50",
  success: "border-success-2 text-green-900 bg-green-50",
  warning: "border-warning-orange-2 text-orange-1000 bg-orange-50",
  error: "border-error-2 text-red-1000 bg-red-50",
};

/** The word says the state; the colour only helps to find it. */
export function StatusBadge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  const shape = "inline-flex w-fit items-center rounded-full border px-3 py-1 text-dns-14B-130 whitespace-nowrap";
  return <span className={`${shape} ${tones[tone]}`}>{children}</span>;
}
