import { expect, test } from "vitest";
import { CARD, composeCard } from "@/lib/codes/compose-card";
import { PAGE } from "@/lib/codes/draw-shapes";
import { renderPoster as drawCard } from "@/lib/codes/render-poster";
import { findUnprintable, openMeasure } from "@/lib/shared/open-fonts";
import { sampleCardWords } from "../../support/card-sample";
import { sampleColours } from "../../support/poster-sample";
import { findCode, renderPoster } from "../../support/poster-video";

const MM = 72 / 25.4;
const words = sampleCardWords();
const compose = (changes = {}) => composeCard(sampleCardWords(changes), sampleColours, openMeasure());
const texts = (shapes: ReturnType<typeof compose>) => shapes.filter((shape) => shape.kind === "text");

test("the card's code is read back from the rendered page as the very address", async () => {
  const pdf = await drawCard(compose(), { title: "t", printedAt: new Date("2026-05-01T01:00:00Z") });
  expect((await findCode(await renderPoster(pdf)))?.text).toBe(words.address);
});

test("the card is as large as a business card, 91 by 55 mm, and lies on the sheet", () => {
  expect([CARD.width / MM, CARD.height / MM]).toEqual([expect.closeTo(91), expect.closeTo(55)]);
  expect(CARD.x + CARD.width).toBeLessThan(PAGE.width);
});

test("each module of the code is at least 0.7 mm wide, with four of white around on the card", () => {
  const code = compose().find((shape) => shape.kind === "path");
  if (code?.kind !== "path") throw new Error("no code is drawn");
  const unit = code.side / code.view;
  expect(unit / MM).toBeGreaterThanOrEqual(0.7);
  expect(code.x - 4 * unit).toBeGreaterThanOrEqual(CARD.x);
  expect(code.y + code.side + 4 * unit).toBeLessThanOrEqual(CARD.y + CARD.height);
});

test("eight marks show where to cut, and none of their ink lies on the card", () => {
  const marks = compose().filter((shape) => shape.kind === "box" && shape.fill !== sampleColours.band);
  expect(marks).toHaveLength(8);
  const right = CARD.x + CARD.width;
  const bottom = CARD.y + CARD.height;
  const onCard = marks.filter(
    (mark) =>
      mark.kind === "box" &&
      mark.x < right - 1 &&
      mark.x + mark.width > CARD.x + 1 &&
      mark.y < bottom - 1 &&
      mark.y + mark.height > CARD.y + 1,
  );
  expect(onCard).toEqual([]);
});

test("the words stay on the card, however long the city's own are", () => {
  const long = "國".repeat(60);
  const shapes = compose({ service: long, use: long, lost: long, footer: long });
  const outside = texts(shapes).filter(
    ({ text, x, y, width }) =>
      text !== words.guide &&
      (x < CARD.x || x + width > CARD.x + CARD.width + 0.5 || y < CARD.y || y > CARD.y + CARD.height),
  );
  expect(outside.filter(({ y }) => y > CARD.y - 20)).toEqual([]);
});

test("the number is the largest of the card's words, and every letter can be printed", () => {
  const sizes = texts(compose()).map(({ text, size }) => [size, text] as const);
  expect(sizes.sort((one, other) => other[0] - one[0])[0]?.[1]).toBe(words.number);
  expect(findUnprintable(Object.values(words))).toEqual([]);
});
