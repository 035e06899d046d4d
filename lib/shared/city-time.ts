import { Temporal } from "temporal-polyfill";

/** A calendar day of the city, "2026-05-03". Days are compared as text. */
export type CityDay = string;

const zone = "Asia/Tokyo";
const plainDay = (day: CityDay) => Temporal.PlainDate.from(day);

/** The day on which this moment falls in the city, whatever the server's own zone is. */
export function cityDay(at: Date): CityDay {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The moment at which a day reaches a time of day ("09:30"); without one, its first moment. */
export function cityInstant(day: CityDay, time = "00:00"): Date {
  const zoned = plainDay(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds);
}

/** Whether this is a day that exists: "2026-02-30" is not. No day before the year 1000: of the first ones the database cannot tell the instant. */
export function isCityDay(text: string): boolean {
  const parts = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0] = parts ?? [];
  const found = new Date(Date.UTC(year, month - 1, day));
  return parts !== undefined && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

export const addDays = (day: CityDay, days: number): CityDay => plainDay(day).add({ days }).toString();

/** The same day so many months later, or the last one of a month that is too short. */
export const addMonths = (day: CityDay, months: number): CityDay => plainDay(day).add({ months }).toString();

export const daysBetween = (from: CityDay, to: CityDay): number => plainDay(from).until(plainDay(to)).days;

/** "2026-05" */
export const monthOf = (day: CityDay): string => day.slice(0, 7);

export function endOfMonth(day: CityDay): CityDay {
  const plain = plainDay(day);
  return plain.with({ day: plain.daysInMonth }).toString();
}

/** 年度: April to March, named by the year in which it begins. */
export function fiscalYear(day: CityDay): number {
  const { year, month } = plainDay(day);
  return month >= 4 ? year : year - 1;
}

export const startOfFiscalYear = (year: number): CityDay => `${year}-04-01`;
export const endOfFiscalYear = (year: number): CityDay => `${year + 1}-03-31`;

const formatter = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("ja-JP", { timeZone: zone, hourCycle: "h23", ...parts });

const dayParts = { year: "numeric", month: "long", day: "numeric", weekday: "short" } as const;
const timeParts = { hour: "2-digit", minute: "2-digit" } as const;

const day = formatter(dayParts);
const month = formatter({ year: "numeric", month: "long" });
const time = formatter(timeParts);
const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { timeZone: zone, dateStyle: "long" });
const clock = formatter({ ...timeParts, second: "2-digit" });

/** 2026年5月3日(日) */
export const formatCityDate = (on: CityDay): string => day.format(cityInstant(on));

/** 2026年5月3日(日) 10:12 */
export const formatCityDateTime = (at: Date): string => `${day.format(at)} ${time.format(at)}`;

/** 10:12; also the first value of a time field. */
export const formatCityTime = (at: Date): string => time.format(at);

/** 10:12:09, for the screen whose seconds tick. */
export const formatCityClock = (at: Date): string => clock.format(at);

/** 2026年5月, from "2026-05". */
export const formatCityMonth = (of: string): string => month.format(cityInstant(`${of}-01`));

/** 昭和23年3月5日 */
export const formatEraDate = (on: CityDay): string => era.format(cityInstant(on));
