import { findBookState } from "@/db/book-state";
import { closeDatabase } from "@/db/client";
import { migrationDatabaseUrl } from "@/lib/env";
import { openCityClock } from "./city-clock";
import { memberPeople } from "./data/members";
import { bookSentences } from "./demo-book";
import { describePeople } from "./describe-people";
import { seedDemo } from "./seed-demo";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Exit code: 0 when the book is a whole demo, made now or before; 1 when it is not to be touched. */
async function main(): Promise<number> {
  const clock = openCityClock(migrationDatabaseUrl());
  try {
    const state = await findBookState(clock.sql);
    if (state !== "ready") {
      say(bookSentences[state]);
      if (state !== "already_seeded") return 1;
    } else {
      await seedDemo(clock, { memberCount: memberPeople.length, say });
    }
    for (const line of await describePeople(clock.sql)) say(line);
    return 0;
  } finally {
    await clock.end();
    await closeDatabase();
  }
}

process.exitCode = await main().catch((thrown: unknown) => {
  process.stderr.write(`The seed failed: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown}\n`);
  return 1;
});
