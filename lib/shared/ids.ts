import { v7 } from "uuid";

/** UUIDv7: time-ordered, so new rows land at the end of their index; made here because Postgres 15 has no function for it. */
export const newId = (): string => v7();

/** What people compare by eye: the end of an id, where no two that were made in a row are alike. */
export const shortNumber = (id: string): string => id.slice(-8).toUpperCase();
