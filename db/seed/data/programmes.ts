import type { SectionName } from "./staff";

export type ProgrammeKey = "walk" | "frailty" | "zero_carbon" | "clean" | "mutual_aid" | "learning" | "high_street";

export type SeedProgramme = {
  key: ProgrammeKey;
  domain: "health" | "environment" | "volunteer" | "commerce";
  section: SectionName;
  name: string;
  policyGoal: string;
  kpi: string;
  fundingSource: string;
  /** Ceiling in points. */
  budget: number;
  points: number;
  /** The shortest of these outlives the seeded history, so that no seeded point is past its day. */
  expiry:
    | { kind: "next_fiscal_year_end" | "fiscal_year_end" }
    | { kind: "days" | "months"; count: number }
    | { kind: "fixed"; monthsAhead: number };
};

export const seedProgrammes: readonly SeedProgramme[] = [
  {
    key: "walk",
    domain: "health",
    section: "健康推進課",
    name: "こまえ健康ポイント",
    policyGoal: "歩く・測る習慣を広げ、運動に関心のうすい人も健康づくりを続けられるまちにする。",
    kpi: "週3日以上参加する会員の割合を、年度末に40％以上にする",
    fundingSource: "一般会計 健康増進事業費",
    budget: 14_000,
    points: 10,
    expiry: { kind: "next_fiscal_year_end" },
  },
  {
    key: "frailty",
    domain: "health",
    section: "高齢障がい課",
    name: "フレイル予防・通いの場応援",
    policyGoal: "高齢の方が外に出て人と会うきっかけをふやし、要介護になる時期を遅らせる。",
    kpi: "通いの場に月2回以上参加する65歳以上の方を300人にする",
    fundingSource: "介護保険特別会計 地域支援事業費",
    budget: 8_000,
    points: 50,
    expiry: { kind: "months", count: 6 },
  },
  {
    key: "zero_carbon",
    domain: "environment",
    section: "環境政策課",
    name: "ゼロカーボンアクションこまえ",
    policyGoal: "2050年ゼロカーボンシティに向け、家庭から出る二酸化炭素を毎日の行動で減らす。",
    kpi: "参加世帯の年間排出量を、参加前から3％減らす",
    fundingSource: "一般会計 地球温暖化対策費",
    budget: 10_000,
    points: 10,
    expiry: { kind: "days", count: 180 },
  },
  {
    key: "clean",
    domain: "environment",
    section: "環境政策課",
    name: "多摩川・野川クリーン作戦",
    policyGoal: "水辺と緑を市民の手で守り、川に親しむ人をふやす。",
    kpi: "清掃活動の延べ参加者を年間1,200人にする",
    fundingSource: "一般会計 環境美化推進費",
    budget: 10_000,
    points: 100,
    expiry: { kind: "next_fiscal_year_end" },
  },
  {
    key: "mutual_aid",
    domain: "volunteer",
    section: "福祉政策課",
    name: "こまえ共助ボランティア",
    policyGoal: "見守りや手伝いを通じて、困ったときに頼り合える近所のつながりをつくる。",
    kpi: "はじめてボランティアに参加する人を年間200人にする",
    fundingSource: "一般会計 地域福祉推進費",
    budget: 20_000,
    points: 50,
    expiry: { kind: "next_fiscal_year_end" },
  },
  {
    key: "learning",
    domain: "volunteer",
    section: "政策室",
    name: "市民活動・学びの担い手応援",
    policyGoal: "市民活動と学びの場の担い手をふやし、次の世代へ引き継ぐ。",
    kpi: "市民活動の新しい担い手を年間80人にする",
    fundingSource: "一般会計 市民参加推進費",
    budget: 3_000,
    points: 80,
    expiry: { kind: "fiscal_year_end" },
  },
  {
    key: "high_street",
    domain: "commerce",
    section: "地域活性課",
    name: "商店街まち歩きポイント",
    policyGoal: "買い物や散歩で商店街を訪れる人をふやし、個店の新しいお客さんにつなげる。",
    kpi: "協力店を月1回以上利用する会員の割合を50％にする",
    fundingSource: "一般会計 商業振興費",
    budget: 9_000,
    points: 10,
    expiry: { kind: "fixed", monthsAhead: 3 },
  },
];
