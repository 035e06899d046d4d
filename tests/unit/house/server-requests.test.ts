import { expect, test } from "vitest";
import { readSources } from "../../support/house/sources";

/** Other servers speak there, each with a signature of its own. */
const SIGNED = ["lib/auth/end-by-provider.ts", "lib/auth/portal-api.ts", "lib/auth/request-facts.ts"];

test("only what other servers sign is heard without an Origin", () => {
  const heard = readSources("app", "components", "lib").filter(({ text }) => text.includes("serverRequest"));
  expect(heard.map(({ file }) => file).sort()).toEqual(SIGNED);
});

test("what is heard without an Origin reads no cookie and opens no session", () => {
  for (const { file, text } of readSources("lib").filter((source) => SIGNED.slice(0, 2).includes(source.file)))
    expect(text, file).not.toMatch(/cookies|readCookie|findMember|startSession/);
});
