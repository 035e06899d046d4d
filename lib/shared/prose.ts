import { z } from "zod";

/**
 * Titles, names and sentences as they were typed: ①, ㈱, ～ and the kanji of a person's name stay what they are, so no NFKC here.
 * Composed letters (が as one character) except in the compatibility ideographs, which even NFC would replace (U+FA19 by U+795E).
 */
const tidy = (typed: string): string =>
  typed
    .replace(/[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu, (part) => part.normalize("NFC"))
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "")
    .trim();

/** Text that people will read, of at most `max` characters; reasons: `required`, `too_long`. */
export const typedProse = (max: number) =>
  z
    .string({ error: "required" })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1, "required")
        .refine((text) => [...text].length <= max, "too_long"),
    );
