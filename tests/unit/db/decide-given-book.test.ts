import { expect, test } from "vitest";
import { decideGivenBook, givenBookSentences, startOverHint } from "@/db/demo/decide-given-book";
import { bookSentences } from "@/db/seed/demo-book";

test("an empty book is seeded, whatever the secrets are", () => {
  expect(decideGivenBook("ready", true)).toBe("seed");
  expect(decideGivenBook("ready", false)).toBe("seed");
});

test("a whole demo is served to who holds its secrets, and to no other", () => {
  expect(decideGivenBook("already_seeded", true)).toBe("serve");
  expect(decideGivenBook("already_seeded", false)).toBe("other_secrets");
});

test.each(["half_seeded", "not_a_demo"] as const)("a book that is %s is refused whatever the secrets are", (state) => {
  expect(decideGivenBook(state, true)).toBe(state);
  expect(decideGivenBook(state, false)).toBe(state);
});

test("nothing that is said beside a given database names --fresh, which is refused there", () => {
  const said = [
    ...Object.values(givenBookSentences),
    ...Object.values(bookSentences),
    startOverHint("postgres://there"),
  ];
  expect(said.join()).not.toContain("--fresh");
});

test("beside the embedded database the way to start over is --fresh", () => {
  for (const none of [undefined, ""]) expect(startOverHint(none)).toContain("--fresh");
});
