import { addDays, type CityDay, cityDay, formatCityDate, formatCityDateTime, formatCityTime } from "./city-time";

/** One whole day, or the words for both ends of a time. */
export type PeriodWords = { day: string } | { start: string; end: string };

/** The day that a time still belongs to at its end: midnight ends the day before. */
const lastDay = (end: Date): { on: CityDay; time: string } =>
  formatCityTime(end) === "00:00"
    ? { on: addDays(cityDay(end), -1), time: "24:00" }
    : { on: cityDay(end), time: formatCityTime(end) };

/** How a time from one moment to another is said: "until the 29th at 00:00" is read as if the 29th were in it, so that is the 28th at 24:00. */
export function describePeriod(start: Date, end: Date): PeriodWords {
  const { on, time } = lastDay(end);
  const isOneDay = cityDay(start) === on;
  if (isOneDay && formatCityTime(start) === "00:00" && time === "24:00") return { day: formatCityDate(on) };
  return { start: formatCityDateTime(start), end: isOneDay ? time : `${formatCityDate(on)} ${time}` };
}
