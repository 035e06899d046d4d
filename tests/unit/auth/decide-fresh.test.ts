import fc from "fast-check";
import { expect, test } from "vitest";
import { decideFreshPath, isFresh } from "@/lib/auth/decide-fresh";

const id = "0198c0de-0000-7000-8000-000000000000";
const at = new Date("2026-05-03T01:12:00Z");
const ago = (seconds: number) => new Date(at.getTime() - seconds * 1000);

test("a second factor is fresh for five minutes and no longer", () => {
  expect([0, 299].map((seconds) => isFresh(ago(seconds), at))).toEqual([true, true]);
  expect([300, 3600].map((seconds) => isFresh(ago(seconds), at))).toEqual([false, false]);
});

test("step-up leads on to the pages about people, approvals and the trail", () => {
  for (const path of ["/admin/me", "/admin/staff", `/admin/staff/${id}/roles`, "/admin/staff/new", "/admin/audit/csv"])
    expect(decideFreshPath(path)).toBe(path);
});

test("step-up brings an export back to what its list was narrowed to", () => {
  const narrowed = `/admin/audit/export?from=2026-05-01&staff=${id}&act=close_shop`;
  expect(decideFreshPath(narrowed)).toBe(narrowed);
  for (const path of [
    "/admin/audit?act=x",
    "/admin/audit/export?to=%2F%2Fevil.example",
    "/admin/audit/export?a=//evil",
  ])
    expect(decideFreshPath(path)).toBe("/admin");
});

test("step-up leads nowhere else, whatever it is told", () => {
  const others = [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "/%2f%2fevil",
    "/\t/evil",
    "javascript:alert(1)",
  ];
  const near = [
    "/admin/me@evil.example",
    "/admin/me?x=1",
    "/admin/me#x",
    "/admin/me/../..",
    "/admin/me\n",
    "/me",
    "/admin/meevil",
  ];
  for (const path of [...others, ...near, "", null, undefined]) expect(decideFreshPath(path)).toBe("/admin");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => decideFreshPath(text) === "/admin"),
    { numRuns: 1000 },
  );
});
