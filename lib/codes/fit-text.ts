import { loadDefaultJapaneseParser } from "budoux";
import type { Measure } from "@/lib/shared/open-fonts";

/** A place for text: its size and the largest letters that suit it, in points. */
export type TextBox = { width: number; height: number; largest: number; bold: boolean };
export type FittedText = { size: number; leading: number; lines: string[] };

const LEADING = 1.3;
const STEP = 0.5;
const SMALLEST = 4;

const parser = loadDefaultJapaneseParser();
const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Words of one script and Japanese phrases: where a line may end well. */
const splitPhrases = (text: string): string[] => text.split(/(?<=\s)/).flatMap((part) => parser.parse(part));

/** Fills lines with whole phrases; only a phrase wider than the box is broken, between two letters. */
export function wrapText(text: string, isTooWide: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  const put = (part: string) => {
    if (line && isTooWide((line + part).trimEnd())) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  };
  for (const phrase of splitPhrases(text.replace(/\s*\n\s*/g, " "))) {
    if (!isTooWide(phrase.trimEnd())) put(phrase);
    else for (const { segment } of graphemes.segment(phrase)) put(segment);
  }
  return [...lines, line.trimEnd()].filter(Boolean);
}

/** The largest letters, down from the box's own, with which the whole text stays inside its box. */
export function fitText(text: string, box: TextBox, measure: Measure): FittedText {
  for (let size = box.largest; ; size -= STEP) {
    const lines = wrapText(text, (line) => measure(line, size, box.bold) > box.width);
    const leading = size * LEADING;
    if (lines.length * leading <= box.height || size <= SMALLEST) return { size, leading, lines };
  }
}
