import type { Measure } from "@/lib/shared/open-fonts";
import { drawQr, QUIET_ZONE } from "./draw-qr";
import { fitText, type TextBox } from "./fit-text";

/** A4 upright, in points (1/72 inch). */
export const PAGE = { width: 595.28, height: 841.89 };

export const INK = "#1a1a1c";
export const QUIET = "#4d4d4d";

type Stroke = { colour: string; width: number };

export type Shape =
  | { kind: "text"; text: string; x: number; y: number; size: number; bold: boolean; colour: string; width: number }
  /** A picture in a box, as large as it fits. */
  | { kind: "image"; png: Buffer; x: number; y: number; width: number; height: number }
  | { kind: "box"; x: number; y: number; width: number; height: number; radius: number; fill?: string; stroke?: Stroke }
  /** A path in a square of `view` units, drawn `side` points wide; its stroke's width is in those units. */
  | { kind: "path"; path: string; x: number; y: number; side: number; view: number; fill?: string; stroke?: Stroke };

export const textsOf = (shapes: readonly Shape[]): string[] =>
  shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));

export type Place = Omit<TextBox, "bold"> & {
  x: number;
  y: number;
  bold?: boolean;
  colour?: string;
  align?: "start" | "middle" | "end";
};

/** Letters stand in the middle of their place's height; their baseline lies this part of their size below its middle. */
const BASELINE = 0.37;

/** Text in its place, in the largest letters that fit. */
export function drawText(
  measure: Measure,
  text: string,
  { x, y, bold = false, colour = INK, align = "start", ...box }: Place,
): Shape[] {
  const { size, leading, lines } = fitText(text, { ...box, bold }, measure);
  const top = y + (box.height - lines.length * leading) / 2;
  const share = { start: 0, middle: 0.5, end: 1 }[align];
  return lines.map((line, at) => {
    const width = measure(line, size, bold);
    const baseline = top + (at + 0.5) * leading + BASELINE * size;
    return { kind: "text", text: line, x: x + (box.width - width) * share, y: baseline, size, bold, colour, width };
  });
}

/** The QR code of an address in a square that holds its quiet zone too. */
export function drawCode(address: string, { x, y, side }: { x: number; y: number; side: number }): Shape {
  const { modules, path } = drawQr(address);
  const unit = side / (modules + 2 * QUIET_ZONE);
  const corner = QUIET_ZONE * unit;
  return { kind: "path", path, x: x + corner, y: y + corner, side: modules * unit, view: modules, fill: "#000000" };
}

/** The city's logo on white, so that it can be seen on whatever colour is behind it. */
export function drawLogo(png: Buffer | undefined, { x, y, side }: { x: number; y: number; side: number }): Shape[] {
  if (!png) return [];
  const inset = side * 0.08;
  const inner = { x: x + inset, y: y + inset, width: side - 2 * inset, height: side - 2 * inset };
  return [
    { kind: "box", x, y, width: side, height: side, radius: side * 0.12, fill: "#ffffff" },
    { kind: "image", png, ...inner },
  ];
}
