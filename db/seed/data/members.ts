import people from "../people.json";

/** How a member takes part: the chance of an act on one day, by domain. 1 is every day. */
export type Habit = Record<"health" | "environment" | "volunteer" | "commerce", number>;

const walker: Habit = { health: 0.42, environment: 0.05, volunteer: 0.03, commerce: 0.06 };
const greener: Habit = { health: 0.06, environment: 0.34, volunteer: 0.06, commerce: 0.05 };
const helper: Habit = { health: 0.08, environment: 0.06, volunteer: 0.3, commerce: 0.04 };
const stroller: Habit = { health: 0.08, environment: 0.05, volunteer: 0.02, commerce: 0.3 };
const allRounder: Habit = { health: 0.2, environment: 0.14, volunteer: 0.12, commerce: 0.12 };
const occasional: Habit = { health: 0.05, environment: 0.03, volunteer: 0.02, commerce: 0.03 };

/** What somebody said who joined at the counter, as it was typed there. */
export type SeedIdentity = Record<
  "familyName" | "givenName" | "familyKana" | "givenKana" | "bornOn" | "tie",
  string
> & {
  phone?: string;
  hasCard: boolean;
  /** Has none, and so no way in but the card. */
  withoutEmail?: true;
};
type SeedMember = { nickname: string; habit: Habit; identity?: SeedIdentity };

const resident = { tie: "resident", hasCard: true };
const sato = { ...resident, familyName: "佐藤", familyKana: "サトウ" };

/** Whom the demo names comes first and has the longest history. */
const namedHabits = [allRounder, walker, greener, walker, helper];
const named = people.filter(({ role }) => role === "citizen").map(({ name }) => name);

const others: readonly SeedMember[] = [
  { nickname: "みどり", habit: greener },
  { nickname: "たつや", habit: stroller },
  { nickname: "古墳ずき", habit: walker },
  { nickname: "さくら", habit: allRounder },
  {
    nickname: "よしえ",
    habit: helper,
    identity: { ...sato, givenName: "芳江", givenKana: "ヨシエ", bornOn: "昭和25年6月2日", phone: "03-0000-1001" },
  },
  { nickname: "コマちゃん", habit: stroller },
  { nickname: "朝ラン", habit: walker },
  { nickname: "ゆうこ", habit: occasional },
  { nickname: "まさる", habit: helper },
  { nickname: "えみ", habit: greener },
  { nickname: "いわど", habit: walker },
  { nickname: "ひろし", habit: allRounder },
  { nickname: "りん", habit: stroller },
  {
    nickname: "エコばあちゃん",
    habit: greener,
    identity: { ...sato, givenName: "トメ", givenKana: "トメ", bornOn: "昭和12年11月23日", withoutEmail: true },
  },
  { nickname: "ともこ", habit: helper },
  { nickname: "猪方のパパ", habit: occasional },
  { nickname: "しょうた", habit: stroller },
  {
    nickname: "和子",
    habit: walker,
    identity: {
      ...resident,
      familyName: "田中",
      givenName: "和子",
      familyKana: "タナカ",
      givenKana: "カズコ",
      bornOn: "昭和19年3月3日",
      phone: "03-0000-1002",
    },
  },
  { nickname: "なおみ", habit: allRounder },
  { nickname: "たけし", habit: occasional },
  { nickname: "駒井の自転車", habit: greener },
  {
    nickname: "ふみえ",
    habit: helper,
    identity: {
      ...resident,
      familyName: "森",
      givenName: "文江",
      familyKana: "モリ",
      givenKana: "フミエ",
      bornOn: "昭和23年9月15日",
    },
  },
  { nickname: "あおい", habit: stroller },
  { nickname: "小田急ユーザー", habit: occasional },
  {
    nickname: "きよし",
    habit: walker,
    identity: {
      ...resident,
      familyName: "山田",
      givenName: "清",
      familyKana: "ヤマダ",
      givenKana: "キヨシ",
      bornOn: "昭和16年1月20日",
      hasCard: false,
    },
  },
  { nickname: "ミカ", habit: allRounder },
  { nickname: "カワセミ", habit: greener },
  { nickname: "のぶ", habit: helper },
  { nickname: "ゆい", habit: stroller },
  { nickname: "さとし", habit: occasional },
  { nickname: "まちこ", habit: walker },
  { nickname: "枝豆だいすき", habit: stroller },
  { nickname: "れい", habit: occasional },
  {
    nickname: "としお",
    habit: helper,
    identity: {
      tie: "worker",
      hasCard: false,
      familyName: "髙橋",
      givenName: "俊夫",
      familyKana: "タカハシ",
      givenKana: "トシオ",
      bornOn: "1969-04-08",
      phone: "03-0000-1003",
    },
  },
  { nickname: "ひなた", habit: allRounder },
];

/** In the order in which they join; `keeps` are points that are never spent. */
export const memberPeople = [
  ...named.map((nickname, index): SeedMember & { keeps: number } => ({
    nickname,
    habit: namedHabits[index] ?? allRounder,
    keeps: 300,
  })),
  ...others.map((person) => ({ ...person, keeps: 0 })),
].map((person, index) => ({ ...person, email: `member${String(index + 1).padStart(2, "0")}@example.jp` }));
