import { expect, test } from "vitest";
import { decideDoor, decideTopAddress, isFramed, isNamedEntry, mayTrySilently } from "@/lib/auth/decide-portal-entry";
import { decideLocale } from "@/lib/i18n/decide-locale";
import { callbackUrls } from "../../support/callback-urls";

test("the portal's doors open earning and spending, and there are no others", () => {
  expect(decideDoor("earn")).toBe("/scan");
  expect(decideDoor("use")).toBe("/shops");
  for (const other of ["open", "", "constructor", "__proto__", "../admin"]) expect(decideDoor(other)).toBeUndefined();
});

test("an address is taken note of when it says whence or in which language", () => {
  expect(isNamedEntry({ from: "portal" })).toBe(true);
  expect(isNamedEntry({ lang: "en" })).toBe(true);
  expect(isNamedEntry({})).toBe(false);
  expect(isNamedEntry({ from: ["portal"] })).toBe(false);
});

test("the portal is asked silently only for somebody from it who is not signed in, and once", () => {
  const facts = { isFromPortal: true, hasPortal: true, isSignedIn: false, hasTried: false };
  expect(mayTrySilently(facts)).toBe(true);
  for (const changed of [{ isFromPortal: false }, { hasPortal: false }, { isSignedIn: true }, { hasTried: true }])
    expect(mayTrySilently({ ...facts, ...changed })).toBe(false);
});

test("a page inside another one is known by what the browser says", () => {
  for (const kind of ["iframe", "frame", "embed", "object", "fencedframe"])
    expect(isFramed(new Headers({ "sec-fetch-dest": kind }))).toBe(true);
  expect(isFramed(new Headers({ "sec-fetch-dest": "document" }))).toBe(false);
  expect(isFramed(new Headers())).toBe(false);
});

test("a framed page opens its own address, with whence and language and nothing else", () => {
  for (const path of ["/scan", "/terms", "/privacy", "/"]) expect(decideTopAddress(path)).toBe(path);
  expect(decideTopAddress("/m/use?from=portal&lang=ja&x=1")).toBe("/m/use?from=portal&lang=ja");
  expect(decideTopAddress("/e/AAAAAAAAAAAAAAAAAAAAAA?from=evil&lang=//")).toBe("/e/AAAAAAAAAAAAAAAAAAAAAA");
  for (const other of ["/admin", "/m/open?to=x", "", undefined, null]) expect(decideTopAddress(other)).toBe("/");
});

test("no address leads the button of a framed page off the site", () => {
  for (const url of callbackUrls) {
    const led = decideTopAddress(url);
    expect(new URL(led, "https://points.example").origin, url).toBe("https://points.example");
    expect(led, url).not.toContain("evil");
  }
});

test("a language is one that has words, whatever its region", () => {
  const known = ["ja", "en"] as const;
  expect(decideLocale("ja", known)).toBe("ja");
  expect(decideLocale("EN-gb", known)).toBe("en");
  for (const other of ["fr", "", "javascript", undefined]) expect(decideLocale(other, known)).toBeUndefined();
});
