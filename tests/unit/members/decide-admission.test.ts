import { expect, test } from "vitest";
import { decideAdmission } from "@/lib/members/decide-admission";

const at = new Date("2026-05-01T01:00:00Z");
const nobody = { bornOn: "1948-03-05", sameEmail: false, samePerson: 0, isConfirmed: false, hasGuardian: false };

test("whoever may be a member already is asked about once", () => {
  expect(decideAdmission({ ...nobody, samePerson: 1 }, at)).toMatchObject({ reason: "possible_double" });
  expect(decideAdmission({ ...nobody, sameEmail: true }, at)).toMatchObject({ reason: "possible_double" });
  expect(decideAdmission({ ...nobody, samePerson: 1, isConfirmed: true }, at).ok).toBe(true);
  expect(decideAdmission(nobody, at).ok).toBe(true);
});

test("an e-mail address has one member, whatever is said", () => {
  const answer = decideAdmission({ ...nobody, sameEmail: true, isConfirmed: true }, at);
  expect(answer).toMatchObject({ reason: "email_taken" });
});

test("nobody joins before the day of their birth", () => {
  expect(decideAdmission({ ...nobody, bornOn: "2026-05-02" }, at)).toMatchObject({ reason: "unlikely_birth_date" });
});

test("under 15 a guardian agrees too; on the fifteenth birthday nobody has to", () => {
  expect(decideAdmission({ ...nobody, bornOn: "2011-05-02" }, at)).toMatchObject({ reason: "guardian_needed" });
  expect(decideAdmission({ ...nobody, bornOn: "2011-05-02", hasGuardian: true }, at).ok).toBe(true);
  expect(decideAdmission({ ...nobody, bornOn: "2011-05-01" }, at).ok).toBe(true);
});
