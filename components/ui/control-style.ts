/** Text inputs, text areas and selects: 48 CSS px high, 16 px text so that iOS does not zoom in. */
export function controlClass(width: "full" | "medium" | "short"): string {
  const widths = { full: "w-full", medium: "w-full max-w-64", short: "w-24" };
  const colours = "border-edge bg-white text-ink aria-invalid:border-error-2 aria-invalid:border-2";
  return `min-h-12 rounded-8 border px-4 py-2 text-std-17N-170 ${colours} ${widths[width]}`;
}
