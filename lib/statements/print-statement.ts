import { openDocument, withoutSelectors } from "@/lib/shared/open-fonts";
import type { StatementLine } from "./decide-statement";

/** Everything that stands on the page, in words. `columns` are the heads of the six columns, `lines` their cells. */
export type StatementWords = {
  title: string;
  service: string;
  owner: string;
  printed: string;
  summary: { term: string; detail: string }[];
  columns: string[];
  lines: string[][];
  note: string;
};
export type StatementFigure = keyof Omit<StatementLine, "month">;

const LEFT = 56;
const WIDTH = 595.28 - 2 * LEFT;
const COLUMN = WIDTH / 6;
const ROW = 24;
const INK = "#1a1a1c";
const LINE = "#949494";

/** A yearly statement as one A4 page of PDF, fonts embedded. */
export function printStatement(words: StatementWords, printedAt: Date): Promise<Buffer> {
  const page = openDocument({ Title: words.title, CreationDate: printedAt, ModDate: printedAt });
  const pieces: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    page.on("data", (piece: Buffer) => pieces.push(piece));
    page.on("end", () => resolve(Buffer.concat(pieces)));
    page.on("error", reject);
  });
  const below = drawSummary(page, words, drawHead(page, words));
  const end = drawTable(page, words, below + ROW);
  write(page, words.note, { x: LEFT, y: end + ROW, size: 9 });
  page.end();
  return finished;
}

type Page = PDFKit.PDFDocument;
type Place = { x: number; y: number; size: number; bold?: boolean; width?: number; align?: "left" | "right" };

function write(page: Page, text: string, { x, y, size, bold = false, width = WIDTH, align = "left" }: Place): void {
  page.font(bold ? "bold" : "regular", size).fillColor(INK);
  page.text(withoutSelectors(text), x, y, { width, align });
}

function rule(page: Page, y: number): void {
  page
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(0.5)
    .stroke(LINE);
}

function drawHead(page: Page, { service, title, owner, printed }: StatementWords): number {
  write(page, service, { x: LEFT, y: 56, size: 11 });
  write(page, title, { x: LEFT, y: 74, size: 20, bold: true });
  write(page, owner, { x: LEFT, y: 106, size: 11 });
  write(page, printed, { x: LEFT, y: 122, size: 9 });
  return 146;
}

function drawSummary(page: Page, { summary }: StatementWords, top: number): number {
  summary.forEach(({ term, detail }, at) => {
    const y = top + at * ROW;
    rule(page, y);
    write(page, term, { x: LEFT, y: y + 7, size: 11 });
    write(page, detail, { x: LEFT, y: y + 7, size: 11, bold: true, align: "right" });
  });
  const end = top + summary.length * ROW;
  rule(page, end);
  return end;
}

function drawTable(page: Page, { columns, lines }: StatementWords, top: number): number {
  [columns, ...lines].forEach((cells, row) => {
    const y = top + row * ROW;
    cells.forEach((cell, at) => {
      const align = at === 0 ? "left" : "right";
      write(page, cell, { x: LEFT + at * COLUMN, y: y + 7, size: 10, bold: row === 0, width: COLUMN, align });
    });
    rule(page, y + ROW);
  });
  return top + (lines.length + 1) * ROW;
}
