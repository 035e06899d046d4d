import { expect, test } from "vitest";
import { decideRule, ruleDraftOf, splitRule } from "@/lib/programmes/decide-rule";

const say = (answer: { ok: true } | { ok: false; reason: string }) => (answer.ok ? "ok" : answer.reason);
const rule = { points: 100, expiryKind: "days" as const, expiryCount: 90, expiryOn: null };
const programme = {
  ...rule,
  id: "p",
  name: "健康ウオーキング",
  sectionId: "health",
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
};

test("a rule is asked for only where it is another; everything else holds at once under the rule there is", () => {
  expect(splitRule(programme, { ...programme, name: "新しい名前" })).toEqual({
    atOnce: { ...programme, name: "新しい名前" },
    asked: undefined,
  });
  const { atOnce, asked } = splitRule(programme, { ...programme, name: "新しい名前", points: 200 });
  expect(atOnce).toMatchObject({ name: "新しい名前", points: 100 });
  expect(asked).toEqual({ ...rule, points: 200 });
});

test("an approved rule must still be another one, whole, and fit the period", () => {
  expect(say(decideRule(programme, { ...rule, points: 200 }))).toBe("ok");
  expect(say(decideRule(programme, rule))).toBe("rule_unchanged");
  expect(say(decideRule(programme, { ...rule, expiryCount: null }))).toBe("expiry_count_missing");
  const fixed = { ...rule, expiryKind: "fixed" as const, expiryCount: null, expiryOn: "2027-03-30" };
  expect(say(decideRule(programme, fixed))).toBe("expiry_before_end");
  expect(say(decideRule(undefined, rule))).toBe("unknown_programme");
});

test("the draft of a rule shows what changes of it, and no more", () => {
  const asked = { ...rule, expiryKind: "fixed" as const, expiryCount: null, expiryOn: "2027-04-30" };
  const { effect } = ruleDraftOf({ programme, rule: asked, reason: "そろえるため", followsId: undefined });
  expect(effect.lines).toEqual([
    { label: "programme", before: "健康ウオーキング", after: "健康ウオーキング" },
    { label: "expiryKind", before: "days", after: "fixed" },
    { label: "expiryCount", before: "90", after: null },
    { label: "expiryOn", before: null, after: "2027-04-30" },
  ]);
});
