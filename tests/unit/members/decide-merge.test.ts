import { expect, test } from "vitest";
import { decideMerge, decideUndo, readMergeRefusal } from "@/lib/members/decide-merge";

const member = (memberId: string, changes = {}) => ({
  memberId,
  state: "active",
  isSuspended: false,
  isOwn: false,
  ...changes,
});
const say = (answer: { ok: boolean; reason?: string }) => (answer.ok ? "ok" : answer.reason);

test("two living memberships of others may become one", () => {
  expect(say(decideMerge(member("a"), member("b")))).toBe("ok");
  expect(say(decideMerge(member("a"), member("a")))).toBe("same_member");
  expect(say(decideMerge(member("a"), undefined))).toBe("unknown_member");
});

test.each([
  [{ state: "merged" }, "member_merged"],
  [{ state: "left" }, "member_left"],
  [{ state: "leaving" }, "member_leaving"],
  [{ isSuspended: true }, "member_suspended"],
  [{ isOwn: true, state: "left" }, "own_wallet"],
])("what stands against it is said, on either side: %j", (changes, reason) => {
  expect(say(decideMerge(member("a", changes), member("b")))).toBe(reason);
  expect(say(decideMerge(member("a"), member("b", changes)))).toBe(reason);
});

test("a merge is undone once, while who it went to is here, by nobody whose own it is", () => {
  const merge = { undoneAt: null, intoState: "active", isOwn: false };
  expect(say(decideUndo(merge))).toBe("ok");
  expect(say(decideUndo({ ...merge, undoneAt: new Date(0) }))).toBe("unknown_merge");
  expect(say(decideUndo({ ...merge, intoState: "merged" }))).toBe("member_merged");
  expect(say(decideUndo({ ...merge, intoState: "left" }))).toBe("member_left");
  expect(say(decideUndo({ ...merge, isOwn: true }))).toBe("own_wallet");
  expect(say(decideUndo(undefined))).toBe("unknown_merge");
});

test("of what the ledger may say two are answers, and all else is a fault", () => {
  expect(readMergeRefusal("own_wallet")).toBe("own_wallet");
  expect(readMergeRefusal("insufficient_points")).toBe("points_held");
  expect(() => readMergeRefusal("quote_closed")).toThrow("quote_closed");
});
