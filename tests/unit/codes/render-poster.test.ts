import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { composePoster, type PosterWords } from "@/lib/codes/compose-poster";
import { PAGE, type Shape } from "@/lib/codes/draw-shapes";
import { renderPoster as drawPoster } from "@/lib/codes/render-poster";
import { findUnprintable, openMeasure } from "@/lib/shared/open-fonts";
import { HARD_LETTERS, sampleColours, sampleWords } from "../../support/poster-sample";
import { findCode, renderPoster, withoutCode } from "../../support/poster-video";

const measure = openMeasure();
const printedAt = new Date("2026-05-01T01:00:00Z");
const compose = (changes: Partial<PosterWords> = {}) => composePoster(sampleWords(changes), sampleColours, measure);
const print = (changes: Partial<PosterWords> = {}) => drawPoster(compose(changes), { title: "t", printedAt });

const MM = 72 / 25.4;

test("the code of the rendered page is read back as the very address, and the same PDF without its drawing is not read", async () => {
  const pdf = await print();
  const code = await findCode(await renderPoster(pdf));
  expect(code?.text).toBe("https://komapo.city.example.jp/e/AbCdEfGhIjKlMnOpQrStUv");
  const blank = withoutCode(pdf);
  expect(await findCode(await renderPoster(blank))).toBeUndefined();
  expect(await readPage(blank)).toEqual(await readPage(pdf));
});

test("the code's modules are at least 5 cm wide with four modules of white on each side", async () => {
  const page = await renderPoster(await print());
  const code = await findCode(page);
  if (!code) throw new Error("no code");
  const pixelsPerPoint = page.width / PAGE.width;
  const drawing = compose().find((shape) => shape.kind === "path" && shape.fill === "#000000");
  if (drawing?.kind !== "path") throw new Error("no code is drawn");
  const unit = drawing.side / drawing.view;
  expect(drawing.side / MM).toBeGreaterThanOrEqual(50);
  const { data } = page.getContext("2d").getImageData(0, 0, page.width, page.height);
  const isWhite = (x: number, y: number) =>
    (data[(Math.round(y * pixelsPerPoint) * page.width + Math.round(x * pixelsPerPoint)) * 4] ?? 0) > 250;
  for (let step = -3.9; step <= drawing.view + 3.9; step += 0.5) {
    for (const ring of [0.3, 1.5, 2.5, 3.9]) {
      const along = step * unit;
      const points = [
        [drawing.x + along, drawing.y - ring * unit],
        [drawing.x + along, drawing.y + drawing.side + ring * unit],
        [drawing.x - ring * unit, drawing.y + along],
        [drawing.x + drawing.side + ring * unit, drawing.y + along],
      ] as const;
      for (const [x, y] of points) expect(isWhite(x, y)).toBe(true);
    }
  }
});

/** The empty box that stands for a letter which a font does not have. */
const NO_GLYPH = 0;

async function readPage(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const { fnArray, argsArray } = await page.getOperatorList();
  const runs: unknown[] = argsArray.filter((_, at) => fnArray[at] === OPS.showText).flatMap(([run]) => run);
  await document.destroy();
  return {
    text: items.map((item) => ("str" in item ? item.str : "")).join(""),
    glyphs: runs.filter((glyph) => typeof glyph === "object").map((glyph) => Object(glyph).originalCharCode as number),
  };
}

test("letters that many fonts lack are in the page's text, and none is drawn as an empty box", async () => {
  const { text, glyphs } = await readPage(await print());
  for (const letter of HARD_LETTERS) expect(text).toContain(letter);
  expect(glyphs.length).toBeGreaterThan(100);
  expect(glyphs).not.toContain(NO_GLYPH);
  expect((await readPage(await print({ title: "🎉" }))).glyphs).toContain(NO_GLYPH);
});

test("a letter that the fonts lack is named, not left out; selectors of a letter's shape do no harm", () => {
  expect(findUnprintable(["花🎉火", "𠮷野", HARD_LETTERS, "葛\u{e0100}飾"])).toEqual(["🎉", "𠮷"]);
});

const isInside = (shape: Shape) => {
  if (shape.kind !== "text") return true;
  return (
    shape.x >= 20 && shape.x + shape.width <= PAGE.width - 20 && shape.y - shape.size > 0 && shape.y < PAGE.height - 20
  );
};

test("the longest words of any kind wrap and shrink, and stay inside their own places", () => {
  const long = (letter: string, count: number) => letter.repeat(count);
  for (const letter of ["國", "W", "ー", "（"]) {
    const facts = ["日時", "QRを読める時間", "場所", "対象"].map((term) => ({ term, detail: long(letter, 100) }));
    const figure = { before: long(letter, 60), number: "100,000", after: "ポイント" };
    const shapes = compose({ title: long(letter, 60), facts, figure, footer: long(letter, 120) });
    expect(shapes.filter((shape) => !isInside(shape))).toEqual([]);
    const words = shapes.filter((shape) => shape.kind === "text");
    const touching = words.filter((one) => words.some((other) => one !== other && overlap(one, other)));
    expect(touching).toEqual([]);
  }
});

type TextShape = Extract<Shape, { kind: "text" }>;
/** Letters reach from about 0.86 of their size above the baseline to 0.1 below it. */
const overlap = (one: TextShape, other: TextShape) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y - one.size * 0.86 < other.y + other.size * 0.1 &&
  other.y - other.size * 0.86 < one.y + one.size * 0.1;
