import { create } from "qrcode";

/** Modules of white on each side (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** A QR code as a path of unit squares; `modules` is its side without the quiet zone. */
export type QrDrawing = { modules: number; path: string };

/** Level Q: a quarter of the code may be dirty or torn. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = create(text, { errorCorrectionLevel: "Q" }).modules;
  const isDark = (row: number, column: number) => column < size && Boolean(data[row * size + column]);
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    let start = 0;
    for (let column = 0; column <= size; column += 1) {
      if (isDark(row, column)) continue;
      if (column > start) runs.push(`M${start} ${row}H${column}V${row + 1}H${start}Z`);
      start = column + 1;
    }
  }
  return { modules: size, path: runs.join("") };
}
