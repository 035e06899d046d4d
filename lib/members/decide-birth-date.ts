import { type CityDay, isCityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

type Era = { name: RegExp; yearBefore: number; from: CityDay; to: CityDay };

/** 元号, with the year before its first and the days that it lasted. */
const eras: readonly Era[] = [
  { name: /^(m|明治|明)/i, yearBefore: 1867, from: "1868-01-25", to: "1912-07-29" },
  { name: /^(t|大正|大)/i, yearBefore: 1911, from: "1912-07-30", to: "1926-12-24" },
  { name: /^(s|昭和|昭)/i, yearBefore: 1925, from: "1926-12-25", to: "1989-01-07" },
  { name: /^(h|平成|平)/i, yearBefore: 1988, from: "1989-01-08", to: "2019-04-30" },
  { name: /^(r|令和|令)/i, yearBefore: 2018, from: "2019-05-01", to: "9999-12-31" },
];

const dayOf = (year: number, month: string, day: string): CityDay =>
  `${String(year).padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** `1948-03-05` out of 1948/3/5, 19480305, 昭和23年3月5日, S23.3.5 in any width. Reason: `not_a_day`, also for a day that its era did not have. */
export function readBirthDate(typed: string): Result<CityDay, "not_a_day"> {
  const text = typed.normalize("NFKC").replace(/\s/g, "");
  const era = eras.find(({ name }) => name.test(text));
  const parts = era ? splitParts(text.replace(era.name, "").replace(/^元/, "1")) : splitParts(text);
  if (!parts) return refuse("not_a_day");
  const [year, month, day] = parts;
  const found = dayOf(Number(year) + (era?.yearBefore ?? 0), month, day);
  const isWithin = !era || (era.from <= found && found <= era.to);
  return isWithin && (era || year.length === 4) && isCityDay(found) ? ok(found) : refuse("not_a_day");
}

/** 1948 out of 1948, 昭和23年, S23 in any width. Reason: `not_a_year`, also for one that its era did not have. */
export function readBirthYear(typed: string): Result<number, "not_a_year"> {
  const text = typed.normalize("NFKC").replace(/\s|年/g, "");
  const era = eras.find(({ name }) => name.test(text));
  const digits = era ? text.replace(era.name, "").replace(/^元$/, "1") : text;
  if (!(era ? /^\d{1,2}$/ : /^\d{4}$/).test(digits)) return refuse("not_a_year");
  const year = Number(digits) + (era?.yearBefore ?? 0);
  const isWithin = !era || (year > era.yearBefore && year <= Number(era.to.slice(0, 4)));
  return isWithin ? ok(year) : refuse("not_a_year");
}

function splitParts(text: string): [string, string, string] | undefined {
  const [, year, month, day] =
    /^(\d{1,4})[年/.\p{Pd}](\d{1,2})[月/.\p{Pd}](\d{1,2})日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  return year && month && day ? [year, month, day] : undefined;
}

/** Nobody is born after today or lives to 130. */
export function isBirthDate(day: CityDay, today: CityDay): boolean {
  return day <= today && Number(day.slice(0, 4)) > Number(today.slice(0, 4)) - 130;
}

/** Full years on a day. */
export function ageOn(bornOn: CityDay, today: CityDay): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
