import { expect, test } from "vitest";
import { decideAnswer, decideAppeal, decideSuspension } from "@/lib/members/decide-suspension";

const say = (answer: { ok: boolean; reason?: string }) => (answer.ok ? "ok" : answer.reason);

test("a living membership of somebody else is suspended, once", () => {
  const member = { state: "active", isSuspended: false, isOwn: false };
  expect(say(decideSuspension(member))).toBe("ok");
  expect(say(decideSuspension({ ...member, state: "leaving" }))).toBe("ok");
  expect(say(decideSuspension({ ...member, isSuspended: true }))).toBe("already_suspended");
  expect(say(decideSuspension({ ...member, isOwn: true }))).toBe("own_wallet");
  expect(say(decideSuspension({ ...member, state: "merged" }))).toBe("member_merged");
  expect(say(decideSuspension({ ...member, state: "left" }))).toBe("member_left");
  expect(say(decideSuspension(undefined))).toBe("unknown_member");
});

test("an appeal is sent until the last day, that day included, and once", () => {
  const suspension = { replyBy: "2026-05-15", endedAt: null, appealId: null };
  expect(say(decideAppeal(suspension, "2026-05-15"))).toBe("ok");
  expect(say(decideAppeal(suspension, "2026-05-16"))).toBe("appeal_too_late");
  expect(say(decideAppeal({ ...suspension, appealId: "a" }, "2026-05-02"))).toBe("already_appealed");
  expect(say(decideAppeal({ ...suspension, endedAt: new Date(0) }, "2026-05-02"))).toBe("not_suspended");
  expect(say(decideAppeal(undefined, "2026-05-02"))).toBe("not_suspended");
});

test("an appeal is answered once, by neither who suspended nor the person themself", () => {
  const appeal = { answeredAt: null, startedBy: "one", isOwn: false };
  expect(say(decideAnswer(appeal, "other"))).toBe("ok");
  expect(say(decideAnswer(appeal, "one"))).toBe("own_suspension");
  expect(say(decideAnswer({ ...appeal, isOwn: true }, "other"))).toBe("own_wallet");
  expect(say(decideAnswer({ ...appeal, answeredAt: new Date(0) }, "other"))).toBe("already_answered");
  expect(say(decideAnswer(undefined, "other"))).toBe("unknown_appeal");
});
