import { ok, type Result, refuse } from "@/lib/shared/result";

/** Bytes of an uploaded file, and points along a side of its picture. */
export const MOST_BYTES = 2 * 1024 * 1024;
export const LEAST_SIDE = 64;
export const MOST_SIDE = 4096;

export const logoRefusals = [
  "logo_empty",
  "logo_too_big",
  "logo_no_picture",
  "logo_too_small",
  "logo_too_wide",
] as const;
export type LogoRefusal = (typeof logoRefusals)[number];

const signatures = [
  { kind: "png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: "jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: "webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;
export type LogoKind = (typeof signatures)[number]["kind"];

/** What a file is by its first bytes, whatever its name says: a picture of three kinds, never one that is a program (SVG) or new to readers (AVIF). */
export function decideLogoFile(file: Uint8Array): Result<LogoKind, LogoRefusal> {
  if (file.length === 0) return refuse("logo_empty");
  if (file.length > MOST_BYTES) return refuse("logo_too_big");
  const found = signatures.find(({ at, bytes }) => bytes.every((byte, index) => file[at + index] === byte));
  return found ? ok(found.kind) : refuse("logo_no_picture");
}

/** Whether what the file says of its picture is within bounds, before anything of it is drawn. */
export function decideLogoSides(
  facts: { kind: string | undefined; width: number | undefined; height: number | undefined; pages: number | undefined },
  kind: LogoKind,
): Result<null, LogoRefusal> {
  const { width = 0, height = 0, pages = 1 } = facts;
  if (facts.kind !== kind || pages > 1) return refuse("logo_no_picture");
  if (Math.max(width, height) > MOST_SIDE) return refuse("logo_too_wide");
  return Math.min(width, height) < LEAST_SIDE ? refuse("logo_too_small") : ok(null);
}
