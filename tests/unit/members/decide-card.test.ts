import { expect, test } from "vitest";
import { decideCardAct, decideNewPin } from "@/lib/members/decide-card";

test("staff act on anybody's card but their own", () => {
  expect(decideCardAct({ isOwn: false }).ok).toBe(true);
  expect(decideCardAct({ isOwn: true })).toMatchObject({ reason: "own_wallet" });
  expect(decideCardAct(undefined)).toMatchObject({ reason: "unknown_member" });
});

test("a membership that was merged into another gets no card and no PIN", () => {
  const member = { isOwn: false, bornOn: null, birthYear: null };
  expect(decideNewPin({ ...member, isMerged: false }, "4826").ok).toBe(true);
  expect(decideNewPin({ ...member, isMerged: true }, "4826")).toMatchObject({ reason: "unknown_member" });
  expect(decideNewPin({ ...member, isMerged: true }, undefined)).toMatchObject({ reason: "unknown_member" });
});
