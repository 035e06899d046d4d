import { chainReaders, type QrReader } from "./chain-readers";
import { plainReader } from "./plain-reader";

type Detector = { detect(picture: CanvasImageSource): Promise<{ rawValue: string }[]> };
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** The phone's own decoder, where the browser hands it out. */
async function nativeReader(): Promise<QrReader | undefined> {
  const Native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (!Native || !(await Native.getSupportedFormats()).includes("qr_code")) return undefined;
  const detector = new Native({ formats: ["qr_code"] });
  return async (picture) => (await detector.detect(picture))[0]?.rawValue;
}

/** The best decoder in degraded light, from our own server. */
async function wasmReader(): Promise<QrReader | undefined> {
  if (typeof WebAssembly === "undefined") return undefined;
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  await prepareZXingModule({ overrides: { locateFile: (file: string) => `/wasm/${file}` }, fireImmediately: true });
  return async (picture) => {
    const pixels = picture.getContext("2d")?.getImageData(0, 0, picture.width, picture.height);
    const found = pixels ? await readBarcodes(pixels, { formats: ["QRCode"], maxNumberOfSymbols: 1 }) : [];
    return found[0]?.text;
  };
}

/** This browser's decoders as one, best first; only when none of them starts, the reader cannot be had. */
export const loadQrReader = (): Promise<QrReader> => chainReaders([nativeReader, wasmReader, plainReader]);
