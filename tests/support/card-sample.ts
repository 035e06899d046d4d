import type { CardWords } from "@/lib/codes/compose-card";

export const sampleCardWords = (changes: Partial<CardWords> = {}): CardWords => ({
  service: "こまポ",
  kind: "会員カード",
  numberLabel: "会員番号",
  number: "1000-0001-7",
  use: "窓口や会場で、このカードを見せてください。",
  lostLabel: "なくしたら・拾ったら",
  lost: "電話 03-3430-1111",
  footer: "狛江市　No. 000123",
  guide: "倍率100%（実際のサイズ）で印刷し、四すみの印にそって切りとってください。",
  address: "https://komapo.city.example.jp/c/AbCdEfGhIjKlMnOpQrStUv",
  ...changes,
});
