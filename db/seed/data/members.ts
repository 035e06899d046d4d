import people from "../people.json";

/** How a member takes part: the chance of an act on one day, by domain. 1 is every day. */
export type Habit = Record<"health" | "environment" | "volunteer" | "commerce", number>;

const walker: Habit = { health: 0.42, environment: 0.05, volunteer: 0.03, commerce: 0.06 };
const greener: Habit = { health: 0.06, environment: 0.34, volunteer: 0.06, commerce: 0.05 };
const helper: Habit = { health: 0.08, environment: 0.06, volunteer: 0.3, commerce: 0.04 };
const stroller: Habit = { health: 0.08, environment: 0.05, volunteer: 0.02, commerce: 0.3 };
const allRounder: Habit = { health: 0.2, environment: 0.14, volunteer: 0.12, commerce: 0.12 };
const occasional: Habit = { health: 0.05, environment: 0.03, volunteer: 0.02, commerce: 0.03 };

/** Whom the demo names comes first and has the longest history. */
const namedHabits = [allRounder, walker, greener, walker, helper];
const named = people.filter(({ role }) => role === "citizen").map(({ name }) => name);

const others: readonly { nickname: string; habit: Habit }[] = [
  { nickname: "みどり", habit: greener },
  { nickname: "たつや", habit: stroller },
  { nickname: "古墳ずき", habit: walker },
  { nickname: "さくら", habit: allRounder },
  { nickname: "よしえ", habit: helper },
  { nickname: "コマちゃん", habit: stroller },
  { nickname: "朝ラン", habit: walker },
  { nickname: "ゆうこ", habit: occasional },
  { nickname: "まさる", habit: helper },
  { nickname: "えみ", habit: greener },
  { nickname: "いわど", habit: walker },
  { nickname: "ひろし", habit: allRounder },
  { nickname: "りん", habit: stroller },
  { nickname: "エコばあちゃん", habit: greener },
  { nickname: "ともこ", habit: helper },
  { nickname: "猪方のパパ", habit: occasional },
  { nickname: "しょうた", habit: stroller },
  { nickname: "和子", habit: walker },
  { nickname: "なおみ", habit: allRounder },
  { nickname: "たけし", habit: occasional },
  { nickname: "駒井の自転車", habit: greener },
  { nickname: "ふみえ", habit: helper },
  { nickname: "あおい", habit: stroller },
  { nickname: "小田急ユーザー", habit: occasional },
  { nickname: "きよし", habit: walker },
  { nickname: "ミカ", habit: allRounder },
  { nickname: "カワセミ", habit: greener },
  { nickname: "のぶ", habit: helper },
  { nickname: "ゆい", habit: stroller },
  { nickname: "さとし", habit: occasional },
  { nickname: "まちこ", habit: walker },
  { nickname: "枝豆だいすき", habit: stroller },
  { nickname: "れい", habit: occasional },
  { nickname: "としお", habit: helper },
  { nickname: "ひなた", habit: allRounder },
];

/** In the order in which they join; `keeps` are points that are never spent. */
export const memberPeople = [
  ...named.map((nickname, index) => ({ nickname, habit: namedHabits[index] ?? allRounder, keeps: 300 })),
  ...others.map((person) => ({ ...person, keeps: 0 })),
].map((person, index) => ({ ...person, email: `member${String(index + 1).padStart(2, "0")}@example.jp` }));
