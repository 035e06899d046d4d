import { expect, test } from "vitest";
import { decideCardAct } from "@/lib/members/decide-card";

test("staff act on anybody's card but their own", () => {
  expect(decideCardAct({ isOwn: false }).ok).toBe(true);
  expect(decideCardAct({ isOwn: true })).toMatchObject({ reason: "own_wallet" });
  expect(decideCardAct(undefined)).toMatchObject({ reason: "unknown_member" });
});
