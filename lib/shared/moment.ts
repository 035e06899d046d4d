import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Microseconds since 1970, as a column of instants has them: a key rounded to a Date's would skip or repeat a row. */
export const momentOf = (column: AnyColumn): SQL<string> =>
  sql<string>`(extract(epoch from ${column}) * 1000000)::bigint`;

/** The instant of such a key. What `isNumber` lets through lies within what the database can tell. */
export const atMoment = (moment: string | undefined): SQL =>
  sql`timestamptz 'epoch' + ${moment}::bigint * interval '1 microsecond'`;
