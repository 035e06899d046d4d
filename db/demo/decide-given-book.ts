import type { BookState } from "../book-state";

export type GivenBookRefusal = "half_seeded" | "not_a_demo" | "other_secrets";

export const givenBookSentences: Record<GivenBookRefusal, string> = {
  half_seeded:
    "The seed of the book in DATABASE_URL did not come to its end (or is at work at this moment): empty that database yourself, then start the demo again.",
  not_a_demo: "The book in DATABASE_URL is not a demo book, so the demo leaves it alone: give an empty database.",
  other_secrets:
    "The book in DATABASE_URL was made with other secrets, so its sealed fields cannot be read: give the FIELD_KEYS and INDEX_KEY of the checkout that seeded it (they are in its .data/demo.env), or empty that database yourself.",
};

/** What a demo does with a book that was there before it. Nothing of such a book is ever thrown away. */
export function decideGivenBook(state: BookState, secretsOpenIt: boolean): "seed" | "serve" | GivenBookRefusal {
  if (state === "ready") return "seed";
  if (state !== "already_seeded") return state;
  return secretsOpenIt ? "serve" : "other_secrets";
}

/** How to start over. `--fresh` is refused beside a given database, so it is not offered there. */
export const startOverHint = (databaseUrl: string | undefined): string =>
  databaseUrl ? "to start over, empty the database of DATABASE_URL yourself" : "npm run demo -- --fresh starts over";
