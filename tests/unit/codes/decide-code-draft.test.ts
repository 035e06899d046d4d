import { expect, test } from "vitest";
import { codeDraftOf, decideAlone, decideCodeDraft, needsSecondPerson } from "@/lib/codes/decide-code-draft";

const limits = { approval_correction_points: 1000, approval_code_points: 500 };
const at = new Date("2026-05-01T01:00:00Z");
const closesAt = new Date("2026-05-03T03:30:00Z");
const activity = (points: number) => ({
  ...{ kind: "activity" as const, closesAt, cancelledAt: null },
  ...{ title: "多摩川ウオーキング", points, sectionId: "health" },
});
const shop = { kind: "shop" as const, closedAt: null };
const say = (answer: { ok: true } | { ok: false; reason: string }) => (answer.ok ? "ok" : answer.reason);

test("one person issues a shop's code, and an activity's up to the limit", () => {
  expect(needsSecondPerson(shop, limits)).toBe(false);
  expect(say(decideAlone(shop, limits, at))).toBe("ok");
  expect(say(decideAlone(activity(500), limits, at))).toBe("ok");
  expect(say(decideAlone(activity(501), limits, at))).toBe("needs_approval");
  expect(say(decideAlone(activity(501), limits, closesAt))).toBe("activity_over");
  expect(say(decideAlone(undefined, limits, at))).toBe("unknown_target");
});

test("a first code is asked for where none lives, another one in the place of the one that does", () => {
  const live = { codeId: "code", serial: 7 };
  expect(say(decideCodeDraft(activity(501), undefined, undefined))).toBe("ok");
  expect(say(decideCodeDraft(activity(501), live, undefined))).toBe("code_is_live");
  expect(say(decideCodeDraft(activity(501), live, "code"))).toBe("ok");
  expect(say(decideCodeDraft(activity(501), undefined, "code"))).toBe("not_live");
  expect(say(decideCodeDraft(activity(501), live, "another"))).toBe("not_live");
  expect(say(decideCodeDraft(shop, undefined, undefined))).toBe("unknown_target");
});

test("the draft of a code names the activity, what each reading grants, and the code that goes", () => {
  const { effect, payload } = codeDraftOf(
    activity(600),
    { codeId: "code", serial: 7 },
    { activityId: "a", reason: "汚れたため", replacesId: "code" },
  );
  expect(effect.lines.map(({ before, after }) => [before, after])).toEqual([
    ["多摩川ウオーキング", "多摩川ウオーキング"],
    ["600", "600"],
    ["7", "new"],
  ]);
  expect(payload).toEqual({ activityId: "a", points: 600, reason: "汚れたため", replaces: "code" });
});
