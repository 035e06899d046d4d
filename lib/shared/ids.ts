import { v7 } from "uuid";

/** UUIDv7: time-ordered, so new rows land at the end of their index; made here because Postgres 15 has no function for it. */
export const newId = (): string => v7();
