import fc from "fast-check";
import { expect, test } from "vitest";
import { readBarcodes } from "zxing-wasm/reader";
import { drawQr, QUIET_ZONE } from "@/lib/codes/draw-qr";
import "../../support/poster-video";

const SCALE = 4;

/** The drawing's squares as dots, its quiet zone included. */
function paint({ modules, path }: ReturnType<typeof drawQr>): ImageData {
  const side = (modules + 2 * QUIET_ZONE) * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, start, row, end] of path.matchAll(/M(\d+) (\d+)H(\d+)V\d+H\d+Z/g)) {
    for (let y = (Number(row) + QUIET_ZONE) * SCALE; y < (Number(row) + QUIET_ZONE + 1) * SCALE; y += 1) {
      const line = y * side;
      const [from, to] = [Number(start), Number(end)].map((column) => (column + QUIET_ZONE) * SCALE);
      for (let dot = line + Number(from); dot < line + Number(to); dot += 1) data.fill(0, dot * 4, dot * 4 + 3);
    }
  }
  return { data, width: side, height: side, colorSpace: "srgb" } as ImageData;
}

test("any token's address is read back from its drawing, at level Q", async () => {
  const token = fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => Buffer.from(bytes).toString("base64url"));
  const isReadBack = fc.asyncProperty(token, async (text) => {
    const address = `https://komapo.city.example.jp/e/${text}`;
    const [read] = await readBarcodes(paint(drawQr(address)), { formats: ["QRCode"] });
    expect(read).toMatchObject({ text: address, ecLevel: "Q" });
  });
  await fc.assert(isReadBack, { numRuns: 50 });
});
