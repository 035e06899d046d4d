import fc from "fast-check";
import { expect, test } from "vitest";
import { decideResume } from "@/lib/auth/decide-resume";
import { openResume, sealResume } from "@/lib/auth/resume";

const id = "0198c0de-0000-7000-8000-000000000000";
const token = "AAAAAAAAAAAAAAAAAAAAA_";
const listed = ["/me", "/history", "/scan", "/shops", `/shops/${id}`, `/receipts/${id}`, `/e/${token}`, `/s/${token}`];

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
