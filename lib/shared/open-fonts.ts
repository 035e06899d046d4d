import { readFileSync } from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";
/** Width of a text in points (1/72 inch) at a size. */
export type Measure = (text: string, size: number, bold: boolean) => number;

const folder = "node_modules/@expo-google-fonts/biz-udpgothic";
const files = { regular: "400Regular/BIZUDPGothic_400Regular.ttf", bold: "700Bold/BIZUDPGothic_700Bold.ttf" };

/** The app is always started in its own folder. The two fonts (4 MB each) are read once. */
const readFont = (file: string) => readFileSync(path.join(process.cwd(), folder, file));
let kept: Record<keyof typeof files, Buffer> | undefined;

/** What pdfkit keeps of the font in use: its types leave it out. */
type FontInUse = { _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } } };

/** They choose between shapes of one letter; most fonts have no glyph for them. */
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

export const withoutSelectors = (text: string): string => text.replace(VARIATION_SELECTORS, "");

/** A new A4 document in BIZ UDPGothic, a universal design font, as `regular` and `bold`. */
export function openDocument(info: PDFKit.DocumentInfo): PDFKit.PDFDocument {
  kept ??= { regular: readFont(files.regular), bold: readFont(files.bold) };
  const document = new PDFDocument({ size: "A4", margin: 0, info, lang: "ja-JP", displayTitle: true });
  document.registerFont("regular", kept.regular);
  document.registerFont("bold", kept.bold);
  return document;
}

/** Measures in the poster's own fonts. */
export function openMeasure(): Measure {
  const document = openDocument({});
  return (text, size, bold) => document.font(bold ? "bold" : "regular", size).widthOfString(withoutSelectors(text));
}

/** The letters that the fonts do not have: such a text must be changed, since it would be printed with gaps. */
export function findUnprintable(texts: readonly string[]): string[] {
  const document = openDocument({}).font("bold", 12) as unknown as FontInUse;
  const letters = new Set([...withoutSelectors(texts.join("")).replace(/\s/g, "")]);
  return [...letters].filter((letter) => !document._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}
