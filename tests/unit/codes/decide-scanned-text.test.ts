import { expect, test } from "vitest";
import { decideScannedText } from "@/lib/codes/decide-scanned-text";

const origin = "https://komapo.example";
const token = "Ab3_-567890123456789xY";

test.each([`/e/${token}`, `/s/${token}`, `/c/${token}`])("our own code is followed: %s", (path) => {
  expect(decideScannedText(`${origin}${path}`, origin)).toEqual({ ok: true, value: path });
  expect(decideScannedText(` ${origin}${path}\n`, origin)).toEqual({ ok: true, value: path });
});

test("an origin with a port is followed at that port only", () => {
  const local = "http://localhost:3000";
  expect(decideScannedText(`${local}/e/${token}`, local).ok).toBe(true);
  expect(decideScannedText(`http://localhost:30001/e/${token}`, local).ok).toBe(false);
  expect(decideScannedText(`http://localhost/e/${token}`, local).ok).toBe(false);
});

test.each([
  ["another host", `https://evil.example/e/${token}`],
  ["a host that begins like ours", `https://komapo.example.evil.example/e/${token}`],
  ["ours as the user part", `https://komapo.example@evil.example/e/${token}`],
  ["a user part before ours", `https://me@komapo.example/e/${token}`],
  ["another port", `https://komapo.example:8443/e/${token}`],
  ["http", `http://komapo.example/e/${token}`],
  ["a Cyrillic look-alike", `https://kоmapo.example/e/${token}`],
  ["its punycode", `https://xn--kmapo-mye.example/e/${token}`],
  ["backslashes", `https:\\\\komapo.example\\e\\${token}`],
  ["a query", `${origin}/e/${token}?next=https://evil.example`],
  ["a fragment", `${origin}/e/${token}#x`],
  ["a further path", `${origin}/e/${token}/../../admin`],
  ["a short token", `${origin}/e/${token.slice(1)}`],
  ["a long token", `${origin}/e/${token}A`],
  ["another page of ours", `${origin}/admin`],
  ["upper-case path", `${origin}/E/${token}`],
  ["two lines", `${origin}/e/${token}\nhttps://evil.example`],
])("%s is named as foreign and not followed", (_, text) => {
  expect(decideScannedText(text, origin)).toEqual({ ok: false, reason: "foreign_site" });
});

test.each(["", "WIFI:T:WPA;S:home;P:secret;;", "javascript:alert(1)", "4901234567894", `/e/${token}`])(
  "what is no address is not a code: %s",
  (text) => {
    expect(decideScannedText(text, origin)).toEqual({ ok: false, reason: "not_a_code" });
  },
);
