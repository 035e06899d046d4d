import { createCanvas } from "@napi-rs/canvas";
import { create } from "qrcode";
import { photographCode, writeVideo } from "./poster-video";

const DOTS_PER_MODULE = 8;
const QUIET_MODULES = 4;

/** The camera's video of a QR code that says `text`, on its own paper: for codes that we did not print. */
export function filmText(text: string, file: string): void {
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
  writeVideo(file, [photographCode(paper, { text, left: 0, top: 0, side })]);
}
