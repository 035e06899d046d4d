import { expect, test } from "vitest";
import { type ActivityPlan, decideActivity, decideActivityChange } from "@/lib/activities/decide-activity";
import { ok, refuse } from "@/lib/shared/result";

const at = (time: string) => new Date(`${time}+09:00`);
const plan: ActivityPlan = {
  startsAt: at("2026-05-03T10:00"),
  endsAt: at("2026-05-03T12:00"),
  opensAt: at("2026-05-03T09:30"),
  closesAt: at("2026-05-03T12:30"),
  points: 100,
};
const programme = { startsOn: "2026-04-01", endsOn: "2027-03-31", budget: 1000 };
const decided = (changes: Partial<ActivityPlan>) => {
  const answer = decideActivity({ ...plan, ...changes }, programme);
  return answer.ok ? "ok" : answer.reason;
};

test("an activity ends after it starts, and its window closes after it opens", () => {
  expect(decided({})).toBe("ok");
  expect(decided({ endsAt: at("2026-05-03T09:59") })).toBe("ends_before_start");
  expect(decided({ closesAt: plan.opensAt })).toBe("window_reversed");
});

test("the window opens at most a day before the start and closes at most seven days after the end", () => {
  expect(decided({ opensAt: at("2026-05-02T10:00") })).toBe("ok");
  expect(decided({ opensAt: at("2026-05-02T09:59") })).toBe("window_too_early");
  expect(decided({ closesAt: at("2026-05-10T12:00") })).toBe("ok");
  expect(decided({ closesAt: at("2026-05-10T12:01") })).toBe("window_too_late");
});

test("the window lies within the programme's period; closing at the midnight after its last day still does", () => {
  const last = { startsAt: at("2027-03-31T20:00"), endsAt: at("2027-03-31T22:00"), opensAt: at("2027-03-31T19:30") };
  expect(decided({ ...last, closesAt: at("2027-04-01T00:00") })).toBe("ok");
  expect(decided({ ...last, closesAt: at("2027-04-01T00:01") })).toBe("outside_programme");
  const first = { startsAt: at("2026-04-01T00:10"), endsAt: at("2026-04-01T01:00"), closesAt: at("2026-04-01T02:00") };
  expect(decided({ ...first, opensAt: at("2026-03-31T23:59") })).toBe("outside_programme");
});

test("one grant is never more than the programme's whole budget", () => {
  expect(decided({ points: 1000 })).toBe("ok");
  expect(decided({ points: 1001 })).toBe("points_over_budget");
});

const limits = { approval_correction_points: 1000, approval_code_points: 500 };

test("points and limit are fixed once somebody has received them", () => {
  const before = { points: 100, claimLimit: "once" };
  const granted = { isGranted: true, hasLiveCode: true };
  expect(decideActivityChange(before, { ...before, points: 200 }, granted, limits)).toEqual(refuse("already_granted"));
  expect(decideActivityChange(before, { ...before, claimLimit: "daily" }, granted, limits)).toEqual(
    refuse("already_granted"),
  );
  expect(decideActivityChange(before, before, granted, limits)).toEqual(ok(null));
});

test("while a code lives the limit is fixed, and the points are not before somebody has received them", () => {
  const before = { points: 100, claimLimit: "once" };
  const daily = { ...before, claimLimit: "daily" };
  expect(decideActivityChange(before, daily, { isGranted: false, hasLiveCode: true }, limits)).toEqual(
    refuse("code_is_live"),
  );
  expect(decideActivityChange(before, daily, { isGranted: false, hasLiveCode: false }, limits)).toEqual(ok(null));
  expect(
    decideActivityChange(before, { ...before, points: 200 }, { isGranted: false, hasLiveCode: true }, limits).ok,
  ).toBe(true);
});

test("under a live code the points do not rise above what one person may issue a code for", () => {
  const [before, live] = [
    { points: 100, claimLimit: "once" },
    { isGranted: false, hasLiveCode: true },
  ];
  const change = (points: number, use = live) => decideActivityChange(before, { ...before, points }, use, limits);
  expect(change(500)).toEqual(ok(null));
  expect(change(501)).toEqual(refuse("code_needs_approval"));
  expect(change(501, { ...live, hasLiveCode: false })).toEqual(ok(null));
});

test("while a programme has no approved budget, an activity's points are not held against it", () => {
  expect(decideActivity({ ...plan, points: 1001 }, { ...programme, budget: 0 }).ok).toBe(true);
});
