import { type CityDay, cityInstant } from "./city-time";

const formatter = (parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hourCycle: "h23", ...parts });

const dayParts = { year: "numeric", month: "long", day: "numeric", weekday: "short" } as const;
const timeParts = { hour: "2-digit", minute: "2-digit" } as const;

const day = formatter(dayParts);
const month = formatter({ year: "numeric", month: "long" });
const time = formatter(timeParts);
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
