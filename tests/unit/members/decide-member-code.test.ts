import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { codeMsLeft, codeStart, decideMemberCode } from "@/lib/members/decide-member-code";
import { decideSearch } from "@/lib/members/decide-search";
import { makeMemberCode, openMemberCode } from "@/lib/members/member-code";
import { seal } from "@/lib/shared/seal";

const memberId = "0198c0de-0000-7000-8000-00000000abcd";
const at = new Date("2026-05-03T01:12:07.000Z");
const later = (ms: number) => new Date(at.getTime() + ms);

test("a code is another one every fifteen seconds", () => {
  expect(codeStart(at)).toBe(new Date("2026-05-03T01:12:00.000Z").getTime());
  expect(codeMsLeft(at)).toBe(8_000);
  expect(codeStart(later(8_000))).toBe(codeStart(at) + 15_000);
});

test("a code is taken less than thirty seconds after it began, and none from the future", () => {
  const start = codeStart(at);
  expect(decideMemberCode(start, at)).toMatchObject({ ok: true });
  expect(decideMemberCode(start, new Date(start + 29_999))).toMatchObject({ ok: true });
  expect(decideMemberCode(start, new Date(start + 30_000))).toEqual({ ok: false, reason: "code_too_old" });
  expect(decideMemberCode(start + 15_000, at)).toMatchObject({ ok: false });
  expect(decideMemberCode(Number.NaN, at)).toMatchObject({ ok: false });
});

test("what the phone shows says whose it is to us alone, and is a card's address to the reader", () => {
  const code = makeMemberCode(memberId, at);
  expect(Buffer.from(code, "base64url").toString("latin1")).not.toContain("c0de");
  expect(openMemberCode(code, at)).toBe(memberId);
  expect(openMemberCode(code, later(30_000))).toBeUndefined();
  const address = `${env.APP_ORIGIN}/c/m${code}`;
  expect(decideSearch(address, env.APP_ORIGIN)).toEqual({ ok: true, value: { by: "phone", code } });
  expect(address.length).toBeLessThanOrEqual(200);
});

test("what was not sealed here, or sealed for something else, opens nobody", () => {
  const code = makeMemberCode(memberId, at);
  for (const other of ["", "x", code.slice(1), `${code}A`, seal(env.FIELD_KEYS, "/me").toString("base64url")])
    expect(openMemberCode(other, at)).toBeUndefined();
});
