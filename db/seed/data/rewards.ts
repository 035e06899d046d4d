import type { SectionName } from "./staff";

/** 記念品: what the counter hands over; `points` for one piece, `stock` in pieces. */
export const seedRewards = [
  {
    section: "政策室",
    name: "こまポ エコバッグ",
    summary: "折りたたむと手のひらに入る布の袋です。色は緑と白の2色。",
    points: 150,
    stock: 40,
  },
  {
    section: "環境政策課",
    name: "多摩川の絵はがき 5枚組",
    summary: "多摩川と野川の四季の写真です。",
    points: 80,
    stock: 60,
  },
  {
    section: "健康推進課",
    name: "歩数計つきキーホルダー",
    summary: "ふたを開けると歩数が見えます。電池は入っています。",
    points: 300,
    stock: 12,
  },
  {
    section: "地域活性課",
    name: "狛江産 枝豆のクッキー",
    summary: "市内の畑の枝豆を使っています。卵と乳を含みます。賞味期限は箱に書いてあります。",
    points: 120,
    stock: 24,
  },
  {
    section: "福祉政策課",
    name: "防災笛と連絡カード",
    summary: "かばんに付けられる笛です。連絡先を書くカードが入っています。",
    points: 100,
    stock: 1,
  },
] as const satisfies readonly { section: SectionName; name: string; summary: string; points: number; stock: number }[];

export type SeedReward = (typeof seedRewards)[number];
