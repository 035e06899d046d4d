import sharp from "sharp";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideLogoFile, decideLogoSides, type LogoKind, type LogoRefusal, MOST_SIDE } from "./decide-logo";

/** A logo is kept this many points wide or high at most: enough for a poster. */
const KEPT_SIDE = 512;
const bounds = { limitInputPixels: MOST_SIDE * MOST_SIDE, failOn: "error" } as const;

/** Draws an uploaded picture anew as PNG, so that nothing of the file is kept but what is seen: no EXIF, no trailing bytes. */
export async function readLogo(file: Uint8Array): Promise<Result<Buffer, LogoRefusal>> {
  const kind = decideLogoFile(file);
  return kind.ok ? drawAnew(file, kind.value) : kind;
}

async function drawAnew(file: Uint8Array, kind: LogoKind): Promise<Result<Buffer, LogoRefusal>> {
  try {
    const { format, width, height, pages } = await sharp(file, bounds).metadata();
    const decided = decideLogoSides({ kind: format, width, height, pages }, kind);
    if (!decided.ok) return decided;
    const size = { width: KEPT_SIDE, height: KEPT_SIDE, fit: "inside", withoutEnlargement: true } as const;
    return ok(await sharp(file, bounds).autoOrient().resize(size).png({ compressionLevel: 9 }).toBuffer());
  } catch {
    // The library throws for whatever is no whole picture: a broken file is the sender's, not a fault of ours.
    return refuse("logo_no_picture");
  }
}
