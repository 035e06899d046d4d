import { customType, timestamp } from "drizzle-orm/pg-core";

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A moment; city days are made from it in Asia/Tokyo, never stored as one. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });
