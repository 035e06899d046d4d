import fc from "fast-check";
import { expect, test } from "vitest";
import { decideResume } from "@/lib/auth/decide-resume";
import { openResume, sealResume } from "@/lib/auth/resume";
import { callbackUrls } from "../../support/callback-urls";

const id = "0198c0de-0000-7000-8000-000000000000";
const token = "AAAAAAAAAAAAAAAAAAAAA_";
const listed = [
  "/me",
  "/me/ways-in",
  "/me/ways-in/email",
  "/history",
  "/scan",
  "/shops",
  `/shops/${id}`,
  `/receipts/${id}`,
  `/e/${token}`,
  `/s/${token}`,
  "/news/2026-0001",
];

test("a sign-in leads back to the listed paths", () => {
  for (const path of listed) {
    expect(decideResume(path)).toBe(path);
    expect(openResume(sealResume(path))).toBe(path);
  }
});

test("a sign-in leads nowhere else", () => {
  const others = [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "/%2f%2fevil",
    "/\t/evil",
    "/me@evil.example",
    "/me?x=1",
    "/me#x",
  ];
  const more = [
    "javascript:alert(1)",
    "/admin",
    "/me/../admin",
    "/me\n",
    "",
    "me",
    `/e/${token}/x`,
    "/e/short",
    null,
    undefined,
  ];
  for (const path of [...others, ...more]) expect(decideResume(path)).toBeUndefined();
});

test("no text that was not sealed here is followed, and none makes it fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => openResume(text) === undefined),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.base64String(), (text) => openResume(text) === undefined),
    { numRuns: 1000 },
  );
});

test("a sealed path does not show what it is", () => {
  expect(sealResume(`/e/${token}`)).not.toContain(token);
  expect(sealResume("/admin")).toBeUndefined();
});

test("of 500 addresses made to lead a sign-in away, none is followed", () => {
  expect(callbackUrls.length).toBeGreaterThanOrEqual(500);
  for (const url of callbackUrls) expect(decideResume(url), url).toBeUndefined();
});

test("whatever is followed is a path of this site and nothing else", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.constantFrom(...listed)), (text) => {
      const followed = decideResume(text);
      return (
        followed === undefined || new URL(followed, "https://points.example").href === `https://points.example${text}`
      );
    }),
    { numRuns: 2000 },
  );
});
