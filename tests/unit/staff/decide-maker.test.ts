import { expect, test } from "vitest";
import { approvalKinds, staffKinds } from "@/lib/approvals/input";
import { decideMaker } from "@/lib/staff/decide-maker";
import type { Holding } from "@/lib/staff/decide-permission";
import { permissions } from "@/lib/staff/permissions";

const say = (holdings: Holding[], kind: (typeof approvalKinds)[number], sectionId: string | null) =>
  decideMaker(permissions, holdings, { kind, sectionId }).ok;

test("a draft of any kind falls with its maker's last role", () => {
  for (const kind of approvalKinds) expect([kind, say([], kind, "health")]).toEqual([kind, false]);
});

test("an act of a programme asks for the programme role in its section, an act on the staff for administration everywhere", () => {
  const own: Holding[] = [{ role: "programme", sectionId: "health" }];
  for (const kind of ["set_programme_budget", "change_programme_rule", "correct_grant", "issue_code"] as const) {
    expect([kind, say(own, kind, "health"), say(own, kind, "welfare")]).toEqual([kind, true, false]);
  }
  for (const kind of staffKinds) {
    expect(say(own, kind, null)).toBe(false);
    expect(say([{ role: "administrator", sectionId: "health" }], kind, null)).toBe(false);
    expect(say([{ role: "administrator", sectionId: null }], kind, null)).toBe(true);
  }
});

test("a refund is the whole city's, and whoever may correct in any section may have asked for it", () => {
  expect(say([{ role: "programme", sectionId: "health" }], "correct_payment", null)).toBe(true);
  expect(say([{ role: "approver", sectionId: null }], "correct_payment", null)).toBe(false);
});
