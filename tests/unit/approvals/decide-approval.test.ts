import { expect, test } from "vitest";
import {
  type Authority,
  type DraftFacts,
  decideDecision,
  decideWithdrawal,
  isToDecide,
} from "@/lib/approvals/decide-approval";

const at = new Date("2026-05-01T01:00:00Z");
const later = new Date("2026-05-15T01:00:00Z");
const everything: Authority = { acts: "everywhere", staff: "everywhere" };

const draft: DraftFacts = {
  kind: "set_programme_budget",
  aboutStaff: false,
  sectionId: "health",
  makerId: "maker",
  checkerId: null,
  state: "pending",
  expiresAt: later,
  isIntact: true,
  isOwnWallet: false,
};
const say = (answer: { ok: true } | { ok: false; reason: string }) => (answer.ok ? "ok" : answer.reason);
const decide = (changes: Partial<DraftFacts> = {}, authority = everything, staffId = "checker", when = at) =>
  say(decideDecision({ ...draft, ...changes }, { staffId, authority }, when));

test("a second person decides a pending draft", () => {
  expect(decide()).toBe("ok");
  expect(say(decideDecision(undefined, { staffId: "checker", authority: everything }, at))).toBe("unknown_approval");
});

test("nobody decides their own draft, whatever they may do and whatever state it is in", () => {
  expect(decide({}, everything, "maker")).toBe("own_draft");
  expect(decide({ state: "approved" }, everything, "maker")).toBe("own_draft");
});

test("what has ended is decided no more, and says whether by somebody or by time", () => {
  for (const state of ["approved", "sent_back", "withdrawn"] as const)
    expect(decide({ state })).toBe("already_decided");
  expect(decide({ state: "expired" })).toBe("draft_expired");
  expect(decide({}, everything, "checker", later)).toBe("draft_expired");
  expect(decide({}, everything, "checker", new Date(later.getTime() - 1))).toBe("ok");
});

test("a programme's act and an act on the staff have deciders of their own, each within a section", () => {
  const aboutStaff = { aboutStaff: true };
  expect(decide({}, { acts: undefined, staff: "everywhere" })).toBe("not_permitted");
  expect(decide(aboutStaff, { acts: "everywhere", staff: undefined })).toBe("not_permitted");
  expect(decide(aboutStaff, { acts: undefined, staff: "everywhere" })).toBe("ok");
  expect(decide({}, { acts: ["welfare"], staff: undefined })).toBe("not_permitted");
  expect(decide({}, { acts: ["welfare", "health"], staff: undefined })).toBe("ok");
  expect(decide({ sectionId: null }, { acts: ["health"], staff: undefined })).toBe("not_permitted");
});

test("neither an own wallet nor a changed payload passes", () => {
  expect(decide({ isOwnWallet: true })).toBe("own_wallet");
  expect(decide({ isIntact: false })).toBe("payload_changed");
});

test("a maker withdraws what is pending; others do not, and what has ended is not withdrawn", () => {
  const withdraw = (changes: Partial<DraftFacts>, staffId = "maker", when = at) =>
    say(decideWithdrawal({ ...draft, ...changes }, staffId, when));
  expect(withdraw({})).toBe("ok");
  expect(withdraw({}, "checker")).toBe("not_yours");
  expect(withdraw({ state: "approved" })).toBe("already_decided");
  expect(withdraw({}, "maker", later)).toBe("draft_expired");
  expect(say(decideWithdrawal(undefined, "maker", at))).toBe("unknown_approval");
});

test("what helps to decide is shown while a draft waits, to whoever may decide it, and not to its maker", () => {
  const isShown = (changes: Partial<DraftFacts>, decides = everything, staffId = "checker") =>
    isToDecide({ ...draft, ...changes }, { staffId, decides });
  expect(isShown({})).toBe(true);
  for (const state of ["approved", "withdrawn", "expired", "sent_back"] as const)
    expect(isShown({ state })).toBe(false);
  expect(isShown({}, everything, draft.makerId)).toBe(false);
  expect(isShown({}, { acts: undefined, staff: "everywhere" })).toBe(false);
});
