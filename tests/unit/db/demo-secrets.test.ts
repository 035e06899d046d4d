import { expect, test } from "vitest";
import { chooseSecrets } from "@/db/demo/settings";

const own = { AUTH_SECRET: "own", FIELD_KEYS: "own", INDEX_KEY: "own" };

test("beside a given database the secrets that are given come before the demo's own, and nothing else of the environment is taken", () => {
  const given = { DATABASE_URL: "postgres://there", FIELD_KEYS: "given", INDEX_KEY: "", HOME: "/" };
  expect(chooseSecrets(own, given)).toEqual({ ...own, FIELD_KEYS: "given" });
});

test("the embedded database is opened with the demo's own secrets, whatever the environment holds", () => {
  expect(chooseSecrets(own, { FIELD_KEYS: "given", INDEX_KEY: "given" })).toEqual(own);
});
