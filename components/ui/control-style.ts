const widths = {
  full: "w-full px-4",
  medium: "w-full max-w-64 px-4",
  /** As wide as it may be with its unit still on the same line; below the width of a short one the unit goes to the next. */
  besideUnit: "min-w-0 max-w-64 flex-1 basis-28 px-4",
  short: "w-28 px-4",
  year: "w-20 px-3",
  tiny: "w-14 px-3",
};

/** Text inputs, text areas and selects: 48 CSS px high, 16 px text so that iOS does not zoom in. */
export function controlClass(width: keyof typeof widths): string {
  const colours = "border-edge bg-white text-ink aria-invalid:border-error-2 aria-invalid:border-2";
  return `min-h-12 scroll-mt-32 rounded-8 border py-2 text-std-17N-170 ${colours} ${widths[width]}`;
}
