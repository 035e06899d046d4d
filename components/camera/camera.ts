import type { QrReader } from "./chain-readers";
import { loadQrReader } from "./read-qr";

export type Trouble = "refused" | "absent" | "busy" | "dark" | "decoder";

const BETWEEN_READS_MS = 120;
/** A camera that gives no picture by then is covered, broken or held by another page. */
const DARK_AFTER_MS = 6_000;
/** Long side of what is decoded: enough for a poster across a table, little enough for an old phone. */
const LONG_SIDE = 960;

const troubles: Record<string, Trouble> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "busy",
  AbortError: "busy",
};

export const troubleOf = (thrown: unknown): Trouble =>
  (thrown instanceof Error ? troubles[thrown.name] : undefined) ?? "absent";

/** Asks for the rear camera; the browser asks the person. */
export async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("no camera", "NotFoundError");
  const video = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } };
  return navigator.mediaDevices.getUserMedia({ audio: false, video });
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Draws a picture, made smaller where it is large, for the decoder. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  width: number,
  height: number,
  longSide = LONG_SIDE,
): void {
  const scale = Math.min(1, longSide / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d", { willReadFrequently: true })?.drawImage(source, 0, 0, canvas.width, canvas.height);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Watch = { signal: AbortSignal; onTrouble: (trouble: Trouble) => void };

/** Looks at the video until it shows a QR code: its text, or undefined when it was told to stop or could not go on. */
export async function watchVideo(video: HTMLVideoElement, { signal, onTrouble }: Watch): Promise<string | undefined> {
  const reader = await loadQrReader().catch(() => onTrouble("decoder"));
  return reader ? readFrames(video, reader, { signal, onTrouble }) : undefined;
}

async function readFrames(
  video: HTMLVideoElement,
  read: QrReader,
  { signal, onTrouble }: Watch,
): Promise<string | undefined> {
  const canvas = document.createElement("canvas");
  const start = performance.now();
  while (!signal.aborted) {
    if (video.videoWidth > 0) {
      drawPicture(canvas, video, video.videoWidth, video.videoHeight);
      const text = await read(canvas);
      if (text && !signal.aborted) return text;
    } else if (performance.now() - start > DARK_AFTER_MS) {
      onTrouble("dark");
      return undefined;
    }
    await pause(BETWEEN_READS_MS);
  }
  return undefined;
}
