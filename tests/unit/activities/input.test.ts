import { expect, test } from "vitest";
import { ActivityInput } from "@/lib/activities/input";

const typed = {
  id: "01a20d06-1522-70b3-8ed2-f05ba833e647",
  programmeId: "01a20d06-1522-70b3-8ed2-f05ba833e648",
  title: "多摩川ウオーキング",
  summary: "歩きます",
  place: "西河原公園",
  organiser: "健康推進課",
  audience: "どなたでも",
  points: "100",
  claimLimit: "once",
  startsOn: "2026-05-03",
  startsTime: "１０：００",
  endsOn: "2026-05-03",
  endsTime: "1200",
  windowKind: "around",
};

test("the usual window opens half an hour before the start and closes half an hour after the end, in city time", () => {
  const plan = ActivityInput.parse(typed);
  expect(plan.startsAt.toISOString()).toBe("2026-05-03T01:00:00.000Z");
  expect(plan.opensAt.toISOString()).toBe("2026-05-03T00:30:00.000Z");
  expect(plan.closesAt.toISOString()).toBe("2026-05-03T03:30:00.000Z");
});

test("an exact window is asked for in full", () => {
  const exact = { ...typed, windowKind: "exact", opensOn: "2026-05-03", opensTime: "9:00", closesOn: "2026-05-03" };
  const issues = ActivityInput.safeParse({ ...exact, closesTime: "" }).error?.issues;
  expect(issues?.[0]).toMatchObject({ path: ["closesTime"], message: "required" });
  expect(ActivityInput.parse({ ...exact, closesTime: "13:00" }).closesAt.toISOString()).toBe(
    "2026-05-03T04:00:00.000Z",
  );
});
