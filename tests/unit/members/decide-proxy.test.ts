import { expect, test } from "vitest";
import { decideProxy } from "@/lib/members/decide-proxy";

const side = (memberId: string, changes = {}) => ({ memberId, state: "active", isOwn: false, ...changes });
const facts = { principal: side("child"), agent: side("guardian"), hasOpen: false };
const days = { endsOn: "2027-05-01", today: "2026-05-03" };
const say = (answer: { ok: boolean; reason?: string }) => (answer.ok ? "ok" : answer.reason);

test("one member may act for another until a day, today at the earliest and two years ahead at the latest", () => {
  expect(say(decideProxy(facts, days))).toBe("ok");
  expect(say(decideProxy(facts, { ...days, endsOn: days.today }))).toBe("ok");
  expect(say(decideProxy(facts, { ...days, endsOn: "2026-05-02" }))).toBe("day_gone");
  expect(say(decideProxy(facts, { ...days, endsOn: "2028-05-03" }))).toBe("ok");
  expect(say(decideProxy(facts, { ...days, endsOn: "2028-05-04" }))).toBe("day_too_far");
});

test("nobody acts for themself, for or as somebody who is not here, twice, or by their own hand", () => {
  expect(say(decideProxy({ ...facts, agent: side("child") }, days))).toBe("same_member");
  expect(say(decideProxy({ ...facts, agent: undefined }, days))).toBe("unknown_member");
  expect(say(decideProxy({ ...facts, principal: side("child", { state: "leaving" }) }, days))).toBe("member_not_here");
  expect(say(decideProxy({ ...facts, agent: side("guardian", { state: "merged" }) }, days))).toBe("member_not_here");
  expect(say(decideProxy({ ...facts, hasOpen: true }, days))).toBe("already_proxy");
  expect(say(decideProxy({ ...facts, agent: side("guardian", { isOwn: true }) }, days))).toBe("own_wallet");
});
