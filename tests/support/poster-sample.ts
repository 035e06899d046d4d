import type { PosterWords } from "@/lib/codes/compose-poster";

/** The letters that a Japanese form's names and prices need, and that many fonts lack. */
export const HARD_LETTERS = "髙﨑德濵①㈱㎡℃～";

export const sampleWords = (changes: Partial<PosterWords> = {}): PosterWords => ({
  service: "こまポ",
  city: "狛江市の地域ポイント",
  lead: "スマートフォンで QRコードを 読むと、ポイントが もらえます",
  title: `多摩川クリーンウオーク ${HARD_LETTERS}`,
  facts: [
    { term: "日時", detail: "2026年5月3日(日) 10:00～12:00" },
    { term: "QRを読める時間", detail: "2026年5月3日(日) 9:30～12:30" },
    { term: "場所", detail: "西河原公園 多目的広場" },
    { term: "対象", detail: "どなたでも" },
  ],
  figure: { before: "参加すると", number: "100", after: "ポイント" },
  typed: {
    hint: "カメラが つかえないときは、この番号を 入れてください",
    code: "7Q2M-9KXW",
    site: "komapo.city.example.jp",
  },
  steps: [
    { picture: "scan", text: "カメラで QRコードを 読む" },
    { picture: "tap", text: "「受け取る」を おす" },
    { picture: "done", text: "ポイントが もらえました" },
  ],
  easy: "スマートフォンの カメラで QRコードを 見せてください。ページが ひらきます。ボタンを おすと、ポイントが もらえます。",
  english: "Scan the QR code with your phone and tap the button to receive 100 points. No app needed.",
  warning: "この紙の上に シールが あったら、知らせてください。 電話 03-3430-1111（平日 8時30分から17時15分）",
  footer: "発行：狛江市 健康推進課　No. 000123　https://komapo.city.example.jp",
  address: "https://komapo.city.example.jp/e/AbCdEfGhIjKlMnOpQrStUv",
  ...changes,
});

export const sampleColours = { band: "#115a36", onBand: "#ffffff" };
