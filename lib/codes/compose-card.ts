import type { Measure } from "@/lib/shared/open-fonts";
import type { PosterColours } from "./compose-poster";
import { drawCode, drawLogo, drawText, INK, PAGE, type Place, QUIET, type Shape } from "./draw-shapes";

/** What a member's card says; `address` is what its QR code holds. Nothing of the person but the number. */
export type CardWords = {
  service: string;
  kind: string;
  numberLabel: string;
  number: string;
  use: string;
  lostLabel: string;
  lost: string;
  footer: string;
  /** Beside the card, for whoever cuts it out. */
  guide: string;
  address: string;
};

const MM = 72 / 25.4;
/** A business card, 91 × 55 mm, upper middle of the sheet. */
export const CARD = { x: (PAGE.width - 91 * MM) / 2, y: 40 * MM, width: 91 * MM, height: 55 * MM };
const MARK = { gap: 2 * MM, length: 6 * MM, width: 0.5 };
const CODE_SIDE = 36 * MM;
const BAND = 10 * MM;

/** An A4 sheet with one card and the marks to cut along. */
export function composeCard(words: CardWords, { band, onBand, logo }: PosterColours, measure: Measure): Shape[] {
  const text = (content: string, place: Place) => drawText(measure, content, place);
  const { x, y, width } = CARD;
  const head = { y: y + 4, height: BAND - 8, colour: onBand };
  return [
    ...text(words.guide, { x: 60, y: y - 80, width: PAGE.width - 120, height: 44, largest: 12, align: "middle" }),
    ...composeMarks(),
    { kind: "box", x, y, width, height: BAND, radius: 0, fill: band },
    ...drawLogo(logo, { x: x + 10, y: y + 2, side: BAND - 4 }),
    ...text(words.service, { ...head, x: x + (logo ? 40 : 10), width: logo ? 100 : 130, largest: 16, bold: true }),
    ...text(words.kind, { ...head, x: x + 145, width: width - 155, largest: 11, align: "end" }),
    drawCode(words.address, { x: x + 4, y: y + BAND + 7, side: CODE_SIDE }),
    ...composeWords(words, text),
  ];
}

function composeWords(words: CardWords, text: (content: string, place: Place) => Shape[]): Shape[] {
  const column = { x: CARD.x + CODE_SIDE + 8, width: CARD.width - CODE_SIDE - 16 };
  const top = CARD.y + BAND;
  return [
    ...text(words.numberLabel, { ...column, y: top + 8, height: 14, largest: 9, colour: QUIET }),
    ...text(words.number, { ...column, y: top + 21, height: 26, largest: 20, bold: true }),
    ...text(words.use, { ...column, y: top + 48, height: 26, largest: 9 }),
    ...text(words.lostLabel, { ...column, y: top + 76, height: 12, largest: 8.5, colour: QUIET }),
    ...text(words.lost, { ...column, y: top + 87, height: 18, largest: 12, bold: true }),
    ...text(words.footer, { ...column, y: top + 108, height: 12, largest: 7.5, colour: QUIET }),
  ];
}

/** Two lines outside each corner, so that no ink stays on the cut card. */
function composeMarks(): Shape[] {
  const { x, y, width, height } = CARD;
  const { gap, length, width: line } = MARK;
  const upright = [x, x + width].flatMap((at) =>
    [y - gap - length, y + height + gap].map((top) => ({ x: at - line / 2, y: top, width: line, height: length })),
  );
  const flat = [y, y + height].flatMap((at) =>
    [x - gap - length, x + width + gap].map((left) => ({ x: left, y: at - line / 2, width: length, height: line })),
  );
  return [...upright, ...flat].map((mark) => ({ kind: "box", ...mark, radius: 0, fill: INK }));
}
