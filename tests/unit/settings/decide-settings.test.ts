import { expect, test } from "vitest";
import { contrastOf, decideColours } from "@/lib/settings/decide-colours";
import { decideUndo } from "@/lib/settings/decide-undo";
import { CityTerms } from "@/lib/settings/input";

test("contrast is as WCAG counts it", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrastOf("#115a36", "#115a36")).toBe(1);
});

test.each([
  ["#115a36", "#ffffff", undefined],
  ["#777777", "#ffffff", "contrast_too_low"],
  ["#ffd43d", "#1a1a1c", "primary_too_light"],
])("%s with text in %s is refused where it cannot be read", (primary, onPrimary, reason) => {
  const decided = decideColours({ primary, onPrimary });
  expect(decided.ok ? undefined : decided.reason).toBe(reason);
});

test("the latest change is undone once, and only where nothing has changed since", () => {
  const last = { act: "update_settings", before: { unit_name: "ポイント" }, after: { unit_name: "コイン" } };
  expect(decideUndo(last, { unit_name: "コイン" })).toEqual({ ok: true, value: { unit_name: "ポイント" } });
  expect(decideUndo(last, { unit_name: "めぐ" })).toMatchObject({ reason: "changed_since" });
  expect(decideUndo({ ...last, act: "undo_settings" }, { unit_name: "コイン" })).toMatchObject({
    reason: "nothing_to_undo",
  });
  expect(decideUndo(undefined, {})).toMatchObject({ reason: "nothing_to_undo" });
});

const typed = {
  ...{ service_name: "こまポ", unit_name: "ポイント", city_name: "狛江市", contact_hours: "平日 9時から17時" },
  ...{ colour_primary: "＃１１５Ａ３６", colour_on_primary: "#FFFFFF", contact_phone: "０３ー３４３０ー１１１１" },
  ...{ refund_grace_days: "30", approval_correction_points: "1,000", approval_code_points: "500", approval_days: "14" },
  ...{ residency_valid_days: "365", withdrawal_days: "30", suspension_reply_days: "14" },
};

test("what is typed in full width is read, and a name cannot break a mail's header or a page", () => {
  expect(CityTerms.parse(typed)).toMatchObject({ colour_primary: "#115a36", contact_phone: "03-3430-1111" });
  for (const service_name of [
    "こま\nポ",
    "<b>",
    'a"b',
    "",
    "ポ{",
    "{points}",
    "ポ'",
    "%unit%",
    "\u200b",
    "\u202eポ",
    "こ\u2028ま",
  ]) {
    expect(CityTerms.safeParse({ ...typed, service_name }).success).toBe(false);
  }
});
