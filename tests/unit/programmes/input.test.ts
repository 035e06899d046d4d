import { expect, test } from "vitest";
import { ProgrammeInput } from "@/lib/programmes/input";

/** In the order of the form. */
const typed = {
  id: "01a20d06-1522-70b3-8ed2-f05ba833e647",
  name: " ㈱髙﨑・濵の①健康～ウオーキング ",
  domainId: "health",
  sectionId: "01a20d06-1522-70b3-8ed2-f05ba833e648",
  policyGoal: "歩く人をふやす\r\n外に出る",
  kpi: "１，０００人",
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  fundingSource: "一般会計",
  budget: "1,000,000",
  points: "１００",
  expiryKind: "days",
  expiryCount: "９０",
  expiryOn: "",
};

test("names and sentences keep the letters that were typed, numbers are read from any width", () => {
  expect(ProgrammeInput.parse(typed)).toMatchObject({
    name: "㈱髙﨑・濵の①健康～ウオーキング",
    policyGoal: "歩く人をふやす\n外に出る",
    kpi: "１，０００人",
    points: 100,
    expiryCount: 90,
    expiryOn: null,
    budget: 1_000_000,
  });
});

test("every missing answer is named at once, in the order of the form", () => {
  const empty = Object.fromEntries(Object.keys(typed).map((field) => [field, ""]));
  const parsed = ProgrammeInput.safeParse({ ...empty, id: typed.id });
  const fields = new Set(parsed.error?.issues.map((issue) => issue.path[0]));
  expect([...fields]).toEqual(Object.keys(typed).filter((field) => !["id", "expiryCount", "expiryOn"].includes(field)));
});

test("control characters never reach the database", () => {
  expect(ProgrammeInput.parse({ ...typed, name: "健\u0000康\u0007" }).name).toBe("健康");
});
