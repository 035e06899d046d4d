import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { create } from "qrcode";
import { expect, test } from "vitest";
import { prepareZXingModule, readBarcodes, ZXING_WASM_SHA256 } from "zxing-wasm/reader";

const served = readFileSync("public/wasm/zxing_reader.wasm");
const MODULE_PIXELS = 4;
const QUIET_MODULES = 4;

/** The code as a camera would see it at its best. */
function pictureOf(text: string): ImageData {
  const { modules } = create(text, { errorCorrectionLevel: "Q" });
  const width = (modules.size + 2 * QUIET_MODULES) * MODULE_PIXELS;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let pixel = 0; pixel < width * width; pixel += 1) {
    const row = Math.floor(pixel / width / MODULE_PIXELS) - QUIET_MODULES;
    const column = Math.floor((pixel % width) / MODULE_PIXELS) - QUIET_MODULES;
    const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
    if (isInside && modules.get(row, column)) data.fill(0, pixel * 4, pixel * 4 + 3);
  }
  return { width, height: width, data, colorSpace: "srgb" } as ImageData;
}

test("the decoder that we serve is the very file of the package that calls it", () => {
  expect(createHash("sha256").update(served).digest("hex")).toBe(ZXING_WASM_SHA256);
  expect(served.equals(readFileSync("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"))).toBe(true);
});

test("the served decoder reads a printed code's address", async () => {
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(served).buffer }, fireImmediately: true });
  const address = "https://komapo.example/e/Ab3_-567890123456789xY";
  const found = await readBarcodes(pictureOf(address), { formats: ["QRCode"], maxNumberOfSymbols: 1 });
  expect(found.map(({ text }) => text)).toEqual([address]);
});
