import { addDays, cityDay, cityInstant, formatCityDate, formatCityDateTime } from "./city-time";

/** 2026年11月28日(土) 17:00; an end at midnight belongs to the day before: 2026年11月28日(土) 24:00. */
export function formatUntil(end: Date): string {
  const day = cityDay(end);
  const isMidnight = cityInstant(day).getTime() === end.getTime();
  return isMidnight ? `${formatCityDate(addDays(day, -1))} 24:00` : formatCityDateTime(end);
}
