import type { Measure } from "@/lib/shared/open-fonts";
import { PICTURE_VIEW, type PictureName, pictures } from "./draw-picture";
import { drawCode, drawLogo, drawText, INK, PAGE, type Place, QUIET, type Shape } from "./draw-shapes";

/** What a poster says, in the reader's language; `address` is what its QR code holds. */
export type PosterWords = {
  service: string;
  city: string;
  lead: string;
  title: string;
  facts: readonly { term: string; detail: string }[];
  figure: { before: string; number: string; after: string };
  typed: { hint: string; code: string; site: string };
  steps: readonly { picture: PictureName; text: string }[];
  easy: string;
  english: string;
  warning: string;
  footer: string;
  address: string;
};

/** The city's own colours and logo, as settings have them. */
export type PosterColours = { band: string; onBand: string; logo?: Buffer | undefined };

const LINE = "#949494";
const PAPER = "#ffffff";
const MARGIN = 42;
const INNER = PAGE.width - 2 * MARGIN;
/** The QR code with its quiet zone: 9 cm, so that its modules alone are wider than 5 cm. */
const CODE_SIDE = 255;
const CODE_TOP = 296;
const PICTURE_SIDE = 62;
const PICTURE_STROKE = { colour: INK, width: 3.5 };

/** Everything on the page, from top to bottom. Whatever the words, each stays inside its own place. */
export function composePoster(words: PosterWords, { band, onBand, logo }: PosterColours, measure: Measure): Shape[] {
  const beside = logo ? MARGIN + 56 : MARGIN;
  const text = (content: string, place: Place) => drawText(measure, content, place);
  return [
    { kind: "box", x: 0, y: 0, width: PAGE.width, height: 62, radius: 0, fill: band },
    ...drawLogo(logo, { x: MARGIN, y: 8, side: 46 }),
    ...text(words.service, {
      x: beside,
      y: 8,
      width: 342 - beside,
      height: 46,
      largest: 28,
      bold: true,
      colour: onBand,
    }),
    ...text(words.city, { x: 360, y: 8, width: 193, height: 46, largest: 15, colour: onBand, align: "end" }),
    ...text(words.lead, { x: MARGIN, y: 72, width: INNER, height: 28, largest: 17, align: "middle" }),
    ...text(words.title, { x: MARGIN, y: 100, width: INNER, height: 88, largest: 36, bold: true, align: "middle" }),
    ...composeFacts(words.facts, text),
    drawCode(words.address, { x: MARGIN, y: CODE_TOP, side: CODE_SIDE }),
    ...composeFigure(words, text),
    ...composeSteps(words.steps, text),
    ...composeNotes(words, text),
  ];
}

type Put = (content: string, place: Place) => Shape[];

function composeFacts(facts: PosterWords["facts"], text: Put): Shape[] {
  const top = 194;
  const height = 96 / Math.max(facts.length, 2);
  return facts.flatMap(({ term, detail }, at) => [
    ...text(term, { x: MARGIN, y: top + at * height, width: 96, height, largest: 12, colour: QUIET }),
    ...text(detail, { x: MARGIN + 104, y: top + at * height, width: INNER - 104, height, largest: 15, bold: true }),
  ]);
}

function composeFigure({ figure, typed }: PosterWords, text: Put): Shape[] {
  const [x, width] = [MARGIN + CODE_SIDE + 18, INNER - CODE_SIDE - 18];
  const column = { x, width, align: "middle" } as const;
  return [
    ...text(figure.before, { ...column, y: CODE_TOP + 6, height: 26, largest: 15 }),
    ...text(figure.number, { ...column, y: CODE_TOP + 32, height: 84, largest: 64, bold: true }),
    ...text(figure.after, { ...column, y: CODE_TOP + 116, height: 28, largest: 20, bold: true }),
    { kind: "box", x, y: CODE_TOP + 154, width, height: 96, radius: 8, stroke: { colour: LINE, width: 1 } },
    ...text(typed.hint, { ...column, x: x + 8, width: width - 16, y: CODE_TOP + 158, height: 32, largest: 11.5 }),
    ...text(typed.code, {
      ...column,
      x: x + 8,
      width: width - 16,
      y: CODE_TOP + 188,
      height: 38,
      largest: 29,
      bold: true,
    }),
    ...text(typed.site, { ...column, x: x + 8, width: width - 16, y: CODE_TOP + 226, height: 20, largest: 11 }),
  ];
}

function composeSteps(steps: PosterWords["steps"], text: Put): Shape[] {
  const [top, gap] = [CODE_TOP + CODE_SIDE + 12, 12];
  const width = (INNER - gap * (steps.length - 1)) / steps.length;
  return steps.flatMap((step, at): Shape[] => {
    const x = MARGIN + at * (width + gap);
    return [
      { kind: "box", x, y: top, width, height: 112, radius: 8, stroke: { colour: LINE, width: 1 } },
      ...pictures[step.picture].map((path): Shape => {
        const middle = { x: x + (width - PICTURE_SIDE) / 2, y: top + 7, side: PICTURE_SIDE };
        return { kind: "path", path, ...middle, view: PICTURE_VIEW, fill: PAPER, stroke: PICTURE_STROKE };
      }),
      ...text(String(at + 1), { x: x + 10, y: top + 8, width: 24, height: 26, largest: 20, bold: true }),
      ...text(step.text, {
        x: x + 8,
        y: top + 70,
        width: width - 16,
        height: 38,
        largest: 13.5,
        bold: true,
        align: "middle",
      }),
    ];
  });
}

function composeNotes(words: PosterWords, text: Put): Shape[] {
  const row = { x: MARGIN, width: INNER } as const;
  return [
    ...text(words.easy, { ...row, y: 682, height: 36, largest: 12.5 }),
    ...text(words.english, { ...row, y: 718, height: 32, largest: 11.5 }),
    { kind: "box", ...row, y: 756, height: 36, radius: 6, stroke: { colour: INK, width: 1 } },
    ...text(words.warning, {
      x: MARGIN + 10,
      width: INNER - 20,
      y: 758,
      height: 32,
      largest: 12.5,
      bold: true,
      align: "middle",
    }),
    ...text(words.footer, { ...row, y: 800, height: 18, largest: 10, colour: QUIET }),
  ];
}
