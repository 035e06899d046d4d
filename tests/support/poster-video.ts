import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"))).buffer,
  },
});

/** Where a code lies in a picture, its quiet zone of four modules included, and what it says. */
export type FoundCode = { text: string; left: number; top: number; side: number };

/** The first page as a printer would put it on paper, at 144 dots an inch. */
export async function renderPoster(pdf: Uint8Array): Promise<Canvas> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  const paper = canvas.getContext("2d");
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({ canvas: null, canvasContext: paper as never, viewport }).promise;
  await document.destroy();
  return canvas;
}

/** Looks for a QR code among the dots alone: it knows nothing of how the page was made. */
export async function findCode(picture: Canvas): Promise<FoundCode | undefined> {
  const { data, width, height } = picture.getContext("2d").getImageData(0, 0, picture.width, picture.height);
  const [found] = await readBarcodes({ data, width, height, colorSpace: "srgb" } as ImageData, { formats: ["QRCode"] });
  if (!found) return undefined;
  const corners = [
    found.position.topLeft,
    found.position.topRight,
    found.position.bottomLeft,
    found.position.bottomRight,
  ];
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const side = Math.max(...corners.map((corner) => Math.max(corner.x - left, corner.y - top)));
  const modules = 17 + 4 * Number(found.version);
  const quiet = (4 * side) / modules;
  return { text: found.text, left: left - quiet, top: top - quiet, side: side + 2 * quiet };
}

/** What a page draws with settings of its own: one figure, or one line of text. */
const DRAWING = /^q\n.*?^Q\n/gms;
/** The code has a line for each corner of each of its runs; nothing else on the page has a tenth as much to say. */
const LONG = 5_000;

/** The very PDF without its code: the drawing is taken out of the page, whose words and other figures stay. */
export function withoutCode(pdf: Uint8Array): Uint8Array {
  const copy = Buffer.from(pdf);
  for (const found of copy.toString("latin1").matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const start = found.index + found[0].length;
    const kept = copy.subarray(start, start + Number(found[1]));
    const page = inflateSync(kept).toString("latin1");
    const codes = page.match(DRAWING)?.filter(({ length }) => length > LONG) ?? [];
    if (codes.length !== 1) continue;
    const blank = deflateSync(Buffer.from(page.replace(codes[0] ?? "", ""), "latin1"));
    // As long as before, so that every place in the file's table stays true: what follows the end of a packed stream is not read.
    kept.fill(0).set(blank);
    return copy;
  }
  throw new Error("There is no page with one code drawn on it.");
}

/** The code cut out of the poster, lying on a grey table, as a phone held above it sees it. */
export function photographCode(poster: Canvas, code: FoundCode, drift = 0): Canvas {
  const photo = createCanvas(640, 480);
  const table = photo.getContext("2d");
  table.fillStyle = "rgb(170 170 170)";
  table.fillRect(0, 0, 640, 480);
  table.drawImage(poster, code.left, code.top, code.side, code.side, 180 + drift, 100 + drift, 280, 280);
  return photo;
}

/** Brightness of each dot in the range that video uses (16 to 235). */
function lumaOf(photo: Canvas): Uint8Array {
  const { data, width, height } = photo.getContext("2d").getImageData(0, 0, photo.width, photo.height);
  return Uint8Array.from({ length: width * height }, (_, dot) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(dot * 4, dot * 4 + 3);
    return 16 + Math.round((0.299 * red + 0.587 * green + 0.114 * blue) * (219 / 255));
  });
}

/**
 * Writes what the camera sees while it is held above each picture in turn: a Y4M file, ten pictures a second. With the flag "r+" a video of
 * as many pictures is written over in place, and a camera that is on sees the new ones: it must never meet a file cut short.
 */
export function writeVideo(file: string, photos: Canvas[], flag: "w" | "r+" = "w"): void {
  const [first] = photos;
  if (!first) throw new Error("A video needs at least one picture.");
  const noColour = Buffer.alloc((first.width * first.height) / 2, 128);
  const frames = photos.flatMap((photo) => [Buffer.from("FRAME\n"), lumaOf(photo), noColour]);
  const head = Buffer.from(`YUV4MPEG2 W${first.width} H${first.height} F10:1 Ip A1:1 C420\n`);
  writeFileSync(file, Buffer.concat([head, ...frames]), { flag });
}

/** Writes the camera's video of a poster's code. Fails when no code is to be seen on the page. */
export async function filmPoster(poster: Canvas, file: string): Promise<FoundCode> {
  const code = await findCode(poster);
  if (!code) throw new Error("There is no QR code to be seen on the poster.");
  writeVideo(
    file,
    [0, 2, 4, 2].map((drift) => photographCode(poster, code, drift)),
  );
  return code;
}

/** The path to which a poster's code leads, read from the printed page. */
export async function readPoster(pdf: Uint8Array): Promise<string> {
  const code = await findCode(await renderPoster(pdf));
  if (!code) throw new Error("There is no QR code to be seen on the poster.");
  return new URL(code.text).pathname;
}
