import { eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { books, transfers } from "@/db/schema";

export type BookKind = "real" | "closed_test" | "demo";
export type CurrentBook = { id: number; kind: BookKind };

/** The book that the app serves; undefined before the first one is opened. */
export async function findCurrentBook(database: Database): Promise<CurrentBook | undefined> {
  const [found] = await database
    .select({ id: books.id, kind: books.kind })
    .from(books)
    .where(eq(books.isCurrent, true));
  return found && { id: found.id, kind: found.kind as BookKind };
}

/** For lists of transfers that reach them by something that outlives a book, such as an activity: none of an archived book's. */
export const inCurrentBook = sql`${transfers.bookId} = (select id from ${books} where is_current)`;

/** Milliseconds for which a process may go on with what it read: going live is seen everywhere within this time. */
const FRESH_FOR = 3_000;
let kept: { value: Promise<CurrentBook | undefined>; until: number } | undefined;

/** Whether points are not real yet, read at most once in three seconds: for what is only shown. A use case asks `findCurrentBook`. */
export async function isClosedTest(): Promise<boolean> {
  const now = performance.now();
  if (!kept || now >= kept.until) {
    const value = findCurrentBook(db);
    kept = { value, until: now + FRESH_FOR };
    value.catch(() => {
      kept = undefined;
    });
  }
  return (await kept.value)?.kind === "closed_test";
}
