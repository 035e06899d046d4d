import { ok, type Result, refuse } from "@/lib/shared/result";

const blanks = /[\s\u30fb]/g;
/** Each of these is typed for a long mark. */
const longMarks = /[\p{Pd}\u2212\u30fc]/gu;
const LONG_MARK = String.fromCharCode(0x30fc);
const HIRAGANA_TO_KATAKANA = 0x60;
/** How far each letter lies from the one that it is taken for: small ones from the full ones, ヂ and ヅ from ジ and ズ. */
const folds = [
  { letters: /[ァィゥェォッャュョヮ]/g, distance: 1 },
  { letters: /ヵ/g, distance: -0x4a },
  { letters: /ヶ/g, distance: -0x45 },
  { letters: /ヂ/g, distance: -0x0a },
  { letters: /ヅ/g, distance: -0x0b },
];

const shift = (text: string, letters: RegExp, distance: number): string =>
  text.replace(letters, (letter) => String.fromCharCode(letter.charCodeAt(0) + distance));

/** A reading as it is kept and shown: katakana in full width, without blanks, from hiragana, 半角 or either. Reason: `not_kana`. */
export function readKana(typed: string): Result<string, "not_kana"> {
  const even = typed.normalize("NFKC").replace(blanks, "").replace(longMarks, LONG_MARK);
  const kana = shift(even, /[ぁ-ゖ]/g, HIRAGANA_TO_KATAKANA);
  return /^[ァ-ヺ][ァ-ヺー]*$/.test(kana) ? ok(kana) : refuse("not_kana");
}

/** What a reading is found by: シュウ and シユウ, ユーコ and ユコ, チヅ and チズ are one. It is hashed, never shown. */
export const kanaKey = (kana: string): string =>
  folds.reduce((text, { letters, distance }) => shift(text, letters, distance), kana.replaceAll(LONG_MARK, ""));
