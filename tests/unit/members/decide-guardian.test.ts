import { expect, test } from "vitest";
import { decideGuardian } from "@/lib/members/decide-guardian";

const guardian = { memberId: "guardian", state: "active", isOwn: false };
const today = "2026-05-03";
const say = (answer: { ok: boolean; reason?: string }) => (answer.ok ? "ok" : answer.reason);

test("a guardian acts until the day before the child is fifteen, and two years at most", () => {
  const endOf = (bornOn: string) => decideGuardian(guardian, { bornOn, today });
  expect(endOf("2012-06-01")).toEqual({ ok: true, value: { agentId: "guardian", endsOn: "2027-05-31" } });
  expect(endOf("2012-02-29")).toEqual({ ok: true, value: { agentId: "guardian", endsOn: "2027-02-28" } });
  expect(endOf("2020-06-01")).toEqual({ ok: true, value: { agentId: "guardian", endsOn: "2028-05-03" } });
});

test("nobody over that age gets one, and nobody who is not here, or whose own it is, is one", () => {
  expect(say(decideGuardian(guardian, { bornOn: "2011-05-03", today }))).toBe("guardian_not_needed");
  const bornOn = "2011-05-04";
  expect(say(decideGuardian(guardian, { bornOn, today }))).toBe("ok");
  expect(say(decideGuardian(undefined, { bornOn, today }))).toBe("unknown_guardian");
  expect(say(decideGuardian({ ...guardian, state: "leaving" }, { bornOn, today }))).toBe("unknown_guardian");
  expect(say(decideGuardian({ ...guardian, isOwn: true }, { bornOn, today }))).toBe("own_wallet");
});
