import { expect, test } from "vitest";
import { decideStaffState } from "@/lib/staff/decide-staff-state";

test("a person who has no way in yet is waited for, and who is shut out is shut out first of all", () => {
  expect(decideStaffState({ disabled: false, isEnrolled: true })).toBe("enabled");
  expect(decideStaffState({ disabled: false, isEnrolled: false })).toBe("waiting");
  expect(decideStaffState({ disabled: true, isEnrolled: false })).toBe("disabled");
  expect(decideStaffState({ disabled: true, isEnrolled: true })).toBe("disabled");
});
