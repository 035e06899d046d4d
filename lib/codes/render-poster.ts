import { openDocument, withoutSelectors } from "@/lib/shared/open-fonts";
import type { Shape } from "./draw-shapes";

/** Draws a composed poster as one A4 page of PDF; fonts embedded, everything in vectors. */
export function renderPoster(
  shapes: readonly Shape[],
  { title, printedAt }: { title: string; printedAt: Date },
): Promise<Buffer> {
  const page = openDocument({ Title: title, CreationDate: printedAt, ModDate: printedAt });
  const pieces: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    page.on("data", (piece: Buffer) => pieces.push(piece));
    page.on("end", () => resolve(Buffer.concat(pieces)));
    page.on("error", reject);
  });
  for (const shape of shapes) {
    if (shape.kind === "text") drawText(page, shape);
    else if (shape.kind === "image") drawImage(page, shape);
    else drawFigure(page, shape);
  }
  page.end();
  return finished;
}

function drawImage(page: PDFKit.PDFDocument, { png, x, y, width, height }: Extract<Shape, { kind: "image" }>): void {
  page.image(png, x, y, { fit: [width, height], align: "center", valign: "center" });
}

function drawFigure(page: PDFKit.PDFDocument, shape: Extract<Shape, { kind: "box" | "path" }>): void {
  page.save();
  if (shape.kind === "box") page.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
  else
    page
      .translate(shape.x, shape.y)
      .scale(shape.side / shape.view)
      .path(shape.path);
  if (shape.stroke) page.lineWidth(shape.stroke.width).lineCap("round").lineJoin("round");
  if (shape.fill && shape.stroke) page.fillAndStroke(shape.fill, shape.stroke.colour);
  else if (shape.stroke) page.stroke(shape.stroke.colour);
  else page.fill(shape.fill);
  page.restore();
}

function drawText(
  page: PDFKit.PDFDocument,
  { text, x, y, size, bold, colour }: Extract<Shape, { kind: "text" }>,
): void {
  page.font(bold ? "bold" : "regular", size).fillColor(colour);
  page.text(withoutSelectors(text), x, y, { lineBreak: false, baseline: "alphabetic" });
}
