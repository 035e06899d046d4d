import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { create } from "qrcode";
import { photographCode, writeVideo } from "./poster-video";

const DOTS_PER_MODULE = 8;
const QUIET_MODULES = 4;

/** A QR code that says `text`, on its own paper: for codes that we did not print. */
function drawCode(text: string): Canvas {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = (modules.size + 2 * QUIET_MODULES) * DOTS_PER_MODULE;
  const paper = createCanvas(side, side);
  const ink = paper.getContext("2d");
  ink.fillStyle = "white";
  ink.fillRect(0, 0, side, side);
  ink.fillStyle = "black";
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const [x, y] = [column + QUIET_MODULES, row + QUIET_MODULES];
      if (modules.get(row, column))
        ink.fillRect(x * DOTS_PER_MODULE, y * DOTS_PER_MODULE, DOTS_PER_MODULE, DOTS_PER_MODULE);
    }
  }
  return paper;
}

/** The code as a phone's photo of it, lying on a table. */
function photographText(text: string): Canvas {
  const paper = drawCode(text);
  return photographCode(paper, { text, left: 0, top: 0, side: paper.width });
}

/** The camera's video of a QR code that says `text`. */
export const filmText = (text: string, file: string): void => writeVideo(file, [photographText(text)]);

/** The camera's video of a room without light. */
export const filmDark = (file: string): void => writeVideo(file, [createCanvas(640, 480)]);

/** Holds a QR code before a camera that is on. */
export const refilmText = (text: string, file: string): void => writeVideo(file, [photographText(text)], "r+");

/** A picture file of a QR code that says `text`. */
export const pictureOfText = (text: string): Buffer => photographText(text).toBuffer("image/png");
