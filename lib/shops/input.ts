import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { typedCode, typedText } from "@/lib/shared/typed";

const KATAKANA_TO_HIRAGANA = 0x60;

/** Readings are kept in hiragana, so that カフェ and かふぇ stand at one place of the list. */
export const toHiragana = (kana: string): string =>
  kana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - KATAKANA_TO_HIRAGANA));

const words = {
  categoryId: z.string({ error: "required" }).regex(/^\w{1,40}$/, "required"),
  name: typedProse(60),
  nameKana: typedText(80)
    .transform(toHiragana)
    .pipe(z.string().regex(/^[ぁ-ゖー・ ]+$/, "not_kana")),
  address: typedProse(100),
  openingHours: typedProse(120),
  phone: typedCode().pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/, "not_a_phone"),
  ),
  summary: typedProse(300),
};

/** What a shop is. Reasons: those of lib/shared/typed, `not_kana`, `not_a_phone`. */
export const ShopTerms = z.object(words);
export type ShopTerms = z.output<typeof ShopTerms>;

/** `id` is made with the form, so that sending it twice makes one shop. */
export const ShopInput = z.object({ id: z.uuid(), ...words });
export type ShopInput = z.output<typeof ShopInput>;

/** The end of a partnership, with its reason. */
export const ShopClosing = z.object({ shopId: z.uuid(), reason: typedProse(200) });

export const ShopOpening = z.object({ shopId: z.uuid() });
