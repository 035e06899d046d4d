import { ok, type Result, refuse } from "@/lib/shared/result";

/** WCAG 2.2, 1.4.3: the least contrast of text of any size. */
export const LEAST_CONTRAST = 4.5;
const WHITE = "#ffffff";

export type CityColours = { primary: string; onPrimary: string };
export const colourRefusals = ["contrast_too_low", "primary_too_light"] as const;
export type ColourRefusal = (typeof colourRefusals)[number];

/** One channel of sRGB, 0 to 255, as light. */
function toLight(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => toLight(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 (the same) to 21 (black on white); each colour is `#` and six hex digits. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The main colour holds text in the other one, and is itself text on white: both must be readable. */
export function decideColours({ primary, onPrimary }: CityColours): Result<null, ColourRefusal> {
  if (contrastOf(primary, onPrimary) < LEAST_CONTRAST) return refuse("contrast_too_low");
  return contrastOf(primary, WHITE) < LEAST_CONTRAST ? refuse("primary_too_light") : ok(null);
}
